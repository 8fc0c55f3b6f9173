from tests.reading_room import cast

ADDRESS = f"/en/interviews/{cast.NOTEBOOK}/captions/uk-text.vtt"


def test_they_are_webvtt_with_who_speaks_and_what_is_withheld(archive):
    answer = archive.get(ADDRESS)
    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    blocks = answer.body.decode().split("\n\n")
    assert blocks[0] == "WEBVTT"
    assert "00:00:05.000 --> 00:00:09.800\n<v Олена К.>Ми перейшли в підвал разом із сусідами." in blocks
    assert answer.body.decode().count("[") == 2


def test_each_transcript_has_its_own(archive):
    assert "Mother baked bread in the yard." in archive.read(ADDRESS.replace("uk-text", "en-text"))


def test_nothing_in_the_text_can_break_out_of_its_cue(visitor):
    words = (("olena", ("a --> b\n\n00:00:00.000 <v X>&",)),)
    recording = cast.notebook().recordings[0]
    broken = type(recording)(
        key="rec", starts_ms=0, duration_ms=9, has_sound=True, has_film=False, transcripts=(cast.transcript(words),)
    )
    cast.publish(
        cast.notebook(sittings=(type(cast.notebook().sittings[0])(key="s", recordings=(broken,)),)), cast.NOTEBOOK
    )
    page = visitor.read(ADDRESS)
    assert page.count("-->") == 1
    assert "a --&gt; b 00:00:00.000 &lt;v X&gt;&amp;" in page


def test_an_unknown_transcript_and_an_unknown_interview_are_not_there(archive):
    assert archive.get(ADDRESS.replace("uk-text", "nothing")).status_code == 404
    assert archive.get(ADDRESS.replace(cast.NOTEBOOK, "ZZZ-ZZZ")).status_code == 404
