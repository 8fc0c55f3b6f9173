import av
import numpy as np
import pytest
from PIL import Image

from archive.vault import film
from archive.vault.recipes import ROLES, wanted
from tests.vault import media
from tests.vault.media import CANARY, heard, level, seen

GREY = 93
"""What a cover of Y 96 is in RGB."""


def made(master, tmp_path, **allowed):
    folder = tmp_path / "made"
    folder.mkdir(exist_ok=True)
    return {piece.role: piece for piece in film.make(master, wanted("video", **allowed)[0], folder)}


@pytest.fixture(scope="module")
def master(tmp_path_factory):
    return media.film(tmp_path_factory.mktemp("film") / "master.mp4")


def is_plain(picture):
    return picture.std() < 1.5 and abs(picture.mean() - GREY) < 3


def test_a_withheld_passage_is_covered_and_silent_and_nothing_else_is(master, tmp_path):
    path = made(master, tmp_path, silenced=[(500, 1010)])["film"].path
    frames = seen(path)
    covered = [time for time, picture in frames if is_plain(picture)]
    assert covered == pytest.approx([number * 0.04 for number in range(12, 26)], abs=0.001)
    line = heard(path)
    assert level(line, 0.53, 0.98) < 1e-5
    assert level(line, 0.05, 0.47) > 0.05 and level(line, 1.05, 1.9) > 0.05


def test_a_frame_is_covered_when_any_moment_of_it_is_withheld():
    shown = list(
        film._drawn(iter([(0.0, 0.04, _frame()), (0.04, 0.08, _frame())]), (32, 32), _withheld(), film._Poster(0))
    )
    assert [is_plain(frame.to_ndarray(format="rgb24")) for _, _, frame in shown] == [True, False]


def test_the_length_stays_within_a_frame(master, tmp_path):
    piece = made(master, tmp_path, silenced=[(1500, 2500)])["film"]
    with av.open(str(piece.path)) as container:
        assert abs(container.duration / 1e6 - 2.0) <= 0.04
    assert abs(piece.duration_ms - 2000) <= 40


@pytest.mark.parametrize(
    ("name", "codec"), [("m.mp4", "libx264"), ("m.mkv", "libx264"), ("m.ts", "libx264"), ("m.avi", "mpeg4")]
)
def test_nothing_that_travelled_with_a_film_survives(tmp_path, name, codec):
    master = media.film(tmp_path / name, seconds=1, codec=codec)
    assert CANARY.encode() in master.read_bytes()
    pieces = made(master, tmp_path)
    assert set(pieces) == set(ROLES["film"])
    for piece in pieces.values():
        assert CANARY.encode() not in piece.path.read_bytes()
    with av.open(str(pieces["film"].path)) as container:
        assert [(s.type, s.codec_context.name) for s in container.streams] == [("video", "h264"), ("audio", "aac")]
        assert not container.chapters() and "title" not in container.metadata


def test_a_poster_is_never_taken_from_a_covered_moment(master, tmp_path):
    for silenced in ([(0, 1000)], [(200, 2000)]):
        with Image.open(made(master, tmp_path, silenced=silenced)["poster-jpeg"].path) as poster:
            left, right = poster.getpixel((20, 48)), poster.getpixel((140, 48))
        assert left[0] > right[0] + 5, silenced


def test_a_wholly_withheld_film_has_a_plain_poster(master, tmp_path):
    pieces = made(master, tmp_path, silenced=[(0, 5000)])
    assert all(is_plain(picture) for _, picture in seen(pieces["film"].path))
    with Image.open(pieces["poster-webp"].path) as poster:
        assert len(set(poster.convert("RGB").get_flattened_data())) <= 2


def test_a_film_whose_voices_are_withheld_has_the_picture_and_silence(master, tmp_path):
    path = made(master, tmp_path, sound=False)["film"].path
    assert not heard(path).any()
    assert not any(is_plain(picture) for _, picture in seen(path))


def test_a_film_without_sound_stays_without(tmp_path):
    pieces = made(media.film(tmp_path / "mute.mp4", seconds=1, mute=True), tmp_path)
    with av.open(str(pieces["film"].path)) as container:
        assert not container.streams.audio
    assert set(pieces) == set(ROLES["film"])


def test_fifty_frames_a_second_become_twenty_five(tmp_path):
    frames = seen(made(media.film(tmp_path / "fast.mp4", seconds=1, rate=50), tmp_path)["film"].path)
    assert len(frames) == 25


@pytest.mark.parametrize(
    ("size", "result"),
    [
        ((1920, 1080), (1280, 720)),
        ((1080, 1920), (720, 1280)),
        ((720, 576), (720, 576)),
        ((2560, 720), (1280, 360)),
        ((161, 97), (160, 96)),
    ],
)
def test_a_film_is_fitted_into_720_lines_with_even_sides(size, result):
    assert film.fitted(*size) == result


def test_a_telephone_film_stands_upright(tmp_path):
    pieces = made(media.turn(media.film(tmp_path / "turned.mp4", seconds=1)), tmp_path)
    assert (pieces["film"].width, pieces["film"].height) == (96, 160)
    _, last = seen(pieces["film"].path)[-1]
    assert last.shape == (160, 96, 3)
    assert last[:60].mean() > 150 > last[100:].mean()


def test_sound_that_begins_late_stays_beside_its_picture(tmp_path):
    master = media.film(tmp_path / "late.mkv", seconds=2, late=0.5)
    line = heard(made(master, tmp_path, silenced=[(1000, 1500)])["film"].path)
    assert level(line, 0.0, 0.45) < 1e-5 < 0.05 < level(line, 0.55, 0.95)
    assert level(line, 1.03, 1.47) < 1e-5 < 0.05 < level(line, 1.55, 2.4)


def _frame():
    picture = np.zeros((32, 32, 3), np.uint8)
    picture[:, :16] = 200
    return av.VideoFrame.from_ndarray(picture, "rgb24")


def _withheld():
    return wanted("video", silenced=[(39, 40)])[0]
