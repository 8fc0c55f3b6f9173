"""The vault's background work: making derivatives and taking their files away."""

import os
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from django.db import transaction

from archive.catalogue.models import Derivative, Master
from archive.delivery.files import derivative_path
from archive.jobs.registry import Follow, every, task

from . import check, film, images, sound
from .derivatives import DERIVE, UNLINK, lock_file, ready
from .destruction import DESTROY, delete_master_file
from .masters import digest_of, open_master
from .pieces import Piece
from .recipes import Recipe

MAKERS = {"image": images.make, "sound": sound.make, "film": film.make}
_DAY = 24 * 60 * 60


def make_files(payload: dict) -> list[dict]:
    """Make what is missing for each recipe and put it in its place; return what the rows will say."""
    master = Master.objects.get(sha256=payload["master"])
    recipes = [Recipe.read(data) for data in payload["recipes"]]
    missing = [recipe for recipe in recipes if ready(master, [recipe]) is None]
    folder = check.making_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as name:
        made = []
        for number, recipe in enumerate(missing):
            place = Path(name) / str(number)
            place.mkdir()
            made += [(recipe, piece) for piece in MAKERS[recipe.kind](open_master(master), recipe, place)]
        placed = [_placed(master, recipe, piece) for recipe, piece in made]
    if not Master.objects.filter(pk=master.pk).exists():
        _take_back(placed)
    return placed


@task(DERIVE, prepare=make_files)
def write_rows(payload: dict, made: list[dict]) -> Follow | None:
    """Write the rows of the files that were made, and return what was to follow.

    The master's row is locked first, as whoever destroys it does: what was made meanwhile is taken away with it.
    """
    if Master.objects.select_for_update(no_key=True).filter(sha256=payload["master"]).first() is None:
        _take_back(made)
        return None
    for fields in sorted(made, key=lambda fields: fields["file"]):
        lock_file(fields["file"])
        if not derivative_path(fields["file"], fields["suffix"]).exists():
            raise FileNotFoundError(f"The file {fields['file'][:12]} was taken away before its row was written.")
        key = {name: fields.pop(name) for name in ("master_id", "recipe", "role")}
        Derivative.objects.get_or_create(**key, defaults=fields)
    return payload["then"]


@task(UNLINK)
def delete_file(payload: dict, _prepared) -> None:
    """Delete a file that no derivative names any more."""
    lock_file(payload["file"])
    if not Derivative.objects.filter(file=payload["file"], suffix=payload["suffix"]).exists():
        derivative_path(payload["file"], payload["suffix"]).unlink(missing_ok=True)


@task(DESTROY)
def destroy_master(payload: dict, _prepared) -> None:
    """Delete the file of a master whose row is gone."""
    delete_master_file(payload["sha256"])


@every(seconds=_DAY)
def sweep() -> None:
    """Take away what killed workers left behind."""
    check.sweep(older_than=time.time() - _DAY)


def _take_back(made: list[dict]) -> None:
    """Delete files that were made of a master that has been destroyed meanwhile."""
    for fields in sorted(made, key=lambda fields: fields["file"]):
        with transaction.atomic():
            delete_file({"file": fields["file"], "suffix": fields["suffix"]}, None)


def _placed(master: Master, recipe: Recipe, piece: Piece) -> dict:
    """Move a file to the place its digest gives it, on the disk for good, and return its row's fields."""
    with piece.path.open("rb") as file:
        os.fsync(file.fileno())
    digest = digest_of(piece.path)
    fields = {name: value for name, value in asdict(piece).items() if name != "path"}
    fields |= {"master_id": master.pk, "recipe": recipe.digest, "file": digest, "size": piece.path.stat().st_size}
    target = derivative_path(digest, piece.suffix)
    target.parent.mkdir(parents=True, exist_ok=True)
    piece.path.chmod(0o444)
    piece.path.replace(target)
    return fields
