"""Ways of looking at a stage: each raises when something can be seen that must not be."""

import zlib
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone

from archive.document import canonical
from archive.edition.models import PublishedFile
from archive.edition.search.tables import EDITION
from archive.finding.tables import TABLES
from archive.jobs.worker import drain
from archive.publishing.clock import publish_due
from tests import cast
from tests.vault import media
from tests.walls import is_public, public_only

from .stages import Stage, reference
from .surfaces import Answer, ask
from .tokens import found_in

ADDRESSES = (
    "/en/",
    "/en/interviews/",
    "/en/interviews/?q=cellar",
    "/en/interviews/?q=qxqxqx",
    "/en/passages/?q=notebook",
    "/en/topics/",
    "/en/timeline/",
    "/en/places/",
    "/en/map/",
    "/en/questions/",
    "/en/collections/izium/",
    "/en/paths/",
    "/en/glossary/",
    "/api/v1/search?q=cellar&facets=1&lang=en",
    "/api/v1/suggest?q=c",
    "/en/interviews/feed.atom",
    "/en/interviews/export.csv",
    "/en/interviews/export.json?q=cellar",
    "/en/interviews/export.ris",
    "/en/interviews/export.bibtex",
    "/en/interviews/export.csl-json",
)


def glance(stage: Stage) -> dict[str, Answer]:
    """The answers that show most, read behind the wall."""
    client, addresses = Client(), [*ADDRESSES, *stage.addresses]
    if stage.document:
        home = f"interviews/{reference(stage.shown)}/"
        keys = [t.key for r in stage.document.recordings for t in r.transcripts]
        addresses += [f"/en/{home}papers/{paper.key}/" for paper in stage.document.papers]
        addresses += [f"/en/{home}", f"/uk/{home}", *(f"/en/{home}captions/{key}.vtt" for key in keys)]
    with public_only():
        return {address: ask(client, address) for address in addresses}


def nothing_on_pages(stage: Stage) -> None:
    """No page, file or caption holds a token."""
    for answer in glance(stage).values():
        _nothing_in(stage, answer.head + b"\n" + answer.body, answer.address)


def nothing_in_the_edition(stage: Stage) -> None:
    """No row of the public tables, unpacked, and no word of the index holds a token: they may be copied anywhere."""
    _nothing_in_tables(stage, is_public)


def nothing_in_the_catalogue(stage: Stage) -> None:
    """Nor does any row of any other table."""
    drain()
    _nothing_in_tables(stage, lambda table: True)


def _nothing_in_tables(stage: Stage, is_meant) -> None:
    with connection.cursor() as cursor:
        tables = [table for table in connection.introspection.table_names(cursor) if is_meant(table)]
        if connection.vendor == "sqlite":
            tables = [table for table in tables if "searchindex" not in table and "sheetindex" not in table]
            tables += _words(cursor, is_meant)
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = [list(map(_unpacked, row)) for row in cursor.fetchall()]
            _nothing_in(stage, canonical.dump(rows).encode(), table)


def _words(cursor, is_meant) -> list[str]:
    """The names of tables with every word of the full-text indexes (https://sqlite.org/fts5.html, section 8)."""
    names = [name for name in (*EDITION, *TABLES) if is_meant(name)]
    for name in names:
        cursor.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name}_words USING fts5vocab(main, {name}, row)")
    return [f"{name}_words" for name in names]


def _unpacked(value) -> str:
    if not isinstance(value, bytes | memoryview):
        return str(value)
    try:
        return zlib.decompress(value).decode(errors="replace")
    except zlib.error:
        return bytes(value).decode(errors="replace")


def _nothing_in(stage: Stage, body: bytes, where: str) -> None:
    found = list(found_in(body, stage.tokens).values())
    found += [origin for needle, origin in stage.needles.items() if needle.encode() in body]
    assert not found, f"{where} tells: {found}"


def only_what_is_permitted(stage: Stage) -> None:
    """Neither sound, film nor use is offered that was refused; the stage refuses one scope."""
    shown = stage.document
    offered = {*shown.uses, *shown.formats}
    offered |= {"audio" for r in shown.recordings if r.has_sound} | {"video" for r in shown.recordings if r.has_film}
    assert offered.isdisjoint(stage.refused), f"Offered although refused: {offered & stage.refused}"


def gone_alike(stage: Stage) -> None:
    """Each cause answers like the others of its kind, and what was never public like what never existed."""
    client = Client()
    with public_only():
        tombs = [ask(client, f"/en/interviews/{stage.gone[way]}/") for way in ("stopped", "withdrawn")]
        never = ask(client, "/en/interviews/AAA-AAA/")
        absent = [*(stage.gone[way] for way in ("vanished", "embargoed", "run out"))]
        absent += [code for way, code in stage.gone.items() if way.startswith("code of ")]
        asked = [ask(client, f"/en/interviews/{name}/") for each in absent for name in (each, each.lower())]
    assert {tomb.status for tomb in tombs} == {410} and never.status == 404
    texts = {
        tomb.body.replace(tomb.address.encode(), b"here").replace(tomb.address[3:].encode(), b"here") for tomb in tombs
    }
    assert len(texts) == len({tomb.head for tomb in tombs}) == 1, "Tombstones differ."
    assert {(a.head, a.body) for a in asked} == {(never.head, never.body)}, "What is hidden answers otherwise."


def unmoved_by_hidden_acts(stage: Stage) -> None:
    """The same bytes before and after each hidden act."""
    before = glance(stage)
    for step in stage.steps:
        step()
        assert glance(stage) == before, "A hidden act has moved a public answer."


def run_out_is_absent(stage: Stage) -> None:
    """What has run out answers before the purge as it does after it, and no old validator holds; the last two addresses,
    of the interview and a paper of it, are not available afterwards."""
    nothing_on_pages(stage)
    before = glance(stage)
    assert not any(b"\nETag" in answer.head for address, answer in before.items() if "/media/" not in address)
    publish_due()
    after = glance(stage)
    assert [a.body for a in before.values()][:-2] == [a.body for a in after.values()][:-2]


def silent_and_untagged(stage: Stage) -> None:
    """The withheld second is silent in the public sound, and no public file tells of its master."""
    root = Path(settings.HOLOS_PUBLIC_ROOT)
    files = [root / f.digest[:2] / f"{f.digest}.{f.suffix}" for f in PublishedFile.objects.all()]
    assert len(files) == 8
    for file in files:
        _nothing_in(stage, file.read_bytes(), file.suffix)
    sound = media.heard(next(file for file in files if file.suffix == ".m4a"))
    assert media.level(sound, 0.2, 0.8) > 0.01
    assert media.level(sound, 1.1, 1.9) < 1e-4, "The withheld second can be heard."


def no_file_answers(stage: Stage) -> None:
    """Files of what is withdrawn answer no more, and once the background work is done they are gone."""
    with public_only():
        assert {ask(Client(), address).status for address in stage.addresses} == {404}
    drain()
    _no_file_in(settings.HOLOS_PUBLIC_ROOT)


def no_file_is_left(stage: Stage) -> None:
    """Once the background work is done, neither masters nor what was made of them lie anywhere."""
    drain()
    _no_file_in(settings.HOLOS_PUBLIC_ROOT)
    _no_file_in(settings.HOLOS_PRIVATE_ROOT)


def _no_file_in(root) -> None:
    left = [path.name for path in Path(root).rglob("*") if path.is_file()]
    assert left == [], f"Files are left behind: {left}"


def read_by_researchers_alone(stage: Stage) -> None:
    """An approved researcher reads the words opened to them and no others; nobody else reads any of them."""
    found = found_in(_as_researcher(stage, cast.researcher()).body, stage.tokens)
    assert set(found.values()) == stage.opened, f"Researchers read {found}."
    late, yesterday = cast.researcher("late"), timezone.localdate() - timedelta(days=1)
    late.researcher_accesses.update(starts_on=yesterday, ends_on=yesterday)
    assert _as_researcher(stage, late).status == 403, "An access that has run out still reads."
    nothing_on_pages(stage)
    nothing_in_the_edition(stage)


def closed_to_researchers(stage: Stage) -> None:
    """What is stopped can neither be opened nor is it on the list."""
    client = _client(cast.researcher())
    assert ask(client, "/workroom/reading/").body.count(reference(stage.shown).encode()) == 0, "It is still listed."
    assert _as_researcher(stage, cast.researcher()).status == 404, "It can still be opened."


def _as_researcher(stage: Stage, account) -> Answer:
    return ask(_client(account), f"/workroom/reading/{reference(stage.shown)}/")


def _client(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def absent_like_never(stage: Stage) -> None:
    """The last of the addresses answers as one that never existed."""
    with public_only():
        asked, never = (ask(Client(), address) for address in (stage.addresses[-1], "/en/topics/never/"))
    assert (asked.status, asked.head, asked.body) == (404, never.head, never.body)
