"""The house stands as its documents say: who may import whom, and what the documents name exists."""

import ast
import re
import shutil
import subprocess
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.core.management import get_commands

from archive.edition.revalidation import house

ROOT = Path(__file__).resolve().parent.parent
ARCHIVE = ROOT / "archive"

PURE = {"language", "document", "delivery"}
PRIVATE = {
    "catalogue",
    "consent",
    "vault",
    "custody",
    "jobs",
    "publishing",
    "finding",
    "ingest",
    "desk",
    "sample",
    "trial",
    "workroom",
}
PUBLIC = {"edition", "reading_room", "exchange"}

# What each room may import beside itself. `delivery` stands alone; `publishing` alone knows both wings.
MAY_IMPORT = {
    "language": {"document"},
    "document": {"language"},
    "delivery": set(),
    "catalogue": {"language", "document"},
    "consent": {"catalogue", "language", "document"},
    "vault": {"catalogue", "custody", "jobs", "language", "document", "delivery"},
    "custody": {"catalogue", "vault", "jobs", "language", "document"},
    "jobs": {"catalogue", "custody", "vault", "language", "document"},
    "publishing": PURE | {"catalogue", "consent", "vault", "custody", "jobs", "edition", "ingest", "desk"},
    "finding": PURE | {"catalogue", "jobs", "publishing", "edition"},
    "edition": PURE,
    "reading_room": PURE | {"edition"},
    "exchange": PURE | {"edition"},
    "ingest": PURE | {"catalogue", "consent", "vault", "custody", "jobs", "publishing"},
    "desk": PURE | {"catalogue", "consent", "vault", "custody", "jobs", "publishing"},
    "workroom": PURE | PRIVATE - {"sample", "trial"} | {"edition"},
    "sample": PURE | PRIVATE - {"workroom", "trial"},
    "trial": PURE | PRIVATE - {"workroom", "sample"} | {"edition"},
}


def rooms_imported(source, package):
    """The rooms that a module's source names in any import statement; ``package`` is where it stands, dotted."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            names = [f"{base}.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("archive.")}
    return found


def modules():
    for file in sorted(ARCHIVE.glob("*/**/*.py")):
        yield file, file.relative_to(ARCHIVE).parts[0]


def package_of(file):
    return ".".join(file.parent.relative_to(ROOT).parts)


def trespasses():
    for file, room in modules():
        for other in rooms_imported(file.read_text(), package_of(file)) - {room} - MAY_IMPORT[room]:
            yield f"{file.relative_to(ROOT)} imports archive.{other}"


def test_every_room_has_a_rule():
    rooms = {path.name for path in ARCHIVE.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert rooms <= MAY_IMPORT.keys()


def test_no_room_imports_what_it_may_not():
    assert list(trespasses()) == []


def test_public_rooms_may_not_reach_a_private_room_by_any_path():
    def reach(room, seen):
        for other in MAY_IMPORT[room] - seen:
            seen = reach(other, seen | {other})
        return seen

    for room in PUBLIC:
        assert reach(room, {room}).isdisjoint(PRIVATE)


@pytest.mark.parametrize(
    "file", [f"archive/{room}/made.py" for room in sorted(PUBLIC | PURE)] + ["templates/sitemap/made.xml"]
)
def test_a_change_in_any_room_that_pages_are_made_in_makes_them_anew(tmp_path, settings, file):
    settings.BASE_DIR = tmp_path
    before = house.__wrapped__()
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text("made")
    assert house.__wrapped__() != before


@pytest.mark.parametrize(
    ("source", "package", "rooms"),
    [
        ("import archive.catalogue.models", "archive.edition", {"catalogue"}),
        ("from archive import catalogue", "archive.edition", {"catalogue"}),
        ("from archive.vault.store import read", "archive.edition", {"vault"}),
        ("from ..custody import record", "archive.edition", {"custody"}),
        ("from .. import consent", "archive.edition", {"consent"}),
        ("from ...jobs import lease", "archive.edition.models", {"jobs"}),
        ("from .models import Topic", "archive.edition", {"edition"}),
        ("def late():\n    from archive import workroom", "archive.edition", {"workroom"}),
        ("from django.db import models", "archive.edition", set()),
    ],
)
def test_the_import_walk_sees_every_way_of_importing(source, package, rooms):
    assert rooms_imported(source, package) == rooms


def test_rooms_do_not_import_the_house():
    """Settings are reached through ``django.conf``; the house knows the rooms, not the other way round."""
    for file, _ in modules():
        for node in ast.walk(ast.parse(file.read_text())):
            names = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom) and not node.level
                else [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else []
            )
            assert not any(name.split(".")[0] in ("config", "tests") for name in names), file


NAMED_TEMPLATE = re.compile(r"""{%-?\s*(?:include|extends)\s+["']([^"']+)["']""")
WORKROOM_TEMPLATES = ("workroom/", "admin/", "registration/")


def template_folders():
    return [folder for folder in (ROOT / "templates", *ARCHIVE.glob("*/templates")) if folder.is_dir()]


def test_public_templates_never_reach_into_the_workroom():
    for folder in template_folders():
        for file in (path for path in folder.rglob("*") if path.is_file()):
            if file.relative_to(folder).as_posix().startswith(WORKROOM_TEMPLATES):
                continue
            reached = [name for name in NAMED_TEMPLATE.findall(file.read_text()) if name.startswith(WORKROOM_TEMPLATES)]
            assert reached == [], f"{file.relative_to(ROOT)} draws {reached}"


def test_no_template_carries_inline_script_or_style():
    """The Content-Security-Policy would refuse it in silence."""
    inline = re.compile(r"<style\b|<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)|\sstyle=|\son[a-z]+=[\"']")
    for folder in template_folders():
        for file in folder.rglob("*.html"):
            assert inline.search(file.read_text()) is None, file.relative_to(ROOT)


# Documents kept true

DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
HOUSE_SOURCE = "\n".join(path.read_text() for path in (ROOT / "config").rglob("*.py"))


def mentioned(pattern, documents=DOCUMENTS):
    return {
        (match, file.relative_to(ROOT).as_posix())
        for file in documents
        for match in re.findall(pattern, file.read_text())
    }


def test_every_setting_named_in_a_document_exists():
    known = set(re.findall(r"\bHOLOS_[A-Z_]+\b", HOUSE_SOURCE)) | {"HOLOS_TEST_DATABASE_URL"}
    assert {name for name, _ in mentioned(r"\bHOLOS_[A-Z_]+\b")} <= known


def test_every_variable_the_house_reads_is_documented():
    read = set(re.findall(r"""env\.\w+\(\s*"(HOLOS_[A-Z_]+)\"""", HOUSE_SOURCE))
    documented = {name for name, _ in mentioned(r"\bHOLOS_[A-Z_]+\b", [ROOT / "docs" / "operations.md"])}
    assert read
    assert read <= documented


def test_every_command_named_in_a_document_exists():
    commands = get_commands().keys()
    assert {(name, file) for name, file in mentioned(r"manage\.py ([a-z_]+)") if name not in commands} == set()


def test_every_make_target_named_in_a_document_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {(name, file) for name, file in mentioned(r"`make ([a-z]+)") if name not in targets} == set()


def test_every_link_between_documents_leads_somewhere():
    for file in DOCUMENTS:
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", file.read_text()):
            assert (file.parent / target).exists(), f"{file.relative_to(ROOT)} → {target}"


def test_every_dependency_is_argued():
    """Each line of requirements.in is named in one of the decisions."""
    decisions = "\n".join(path.read_text() for path in (ROOT / "docs" / "decisions").glob("*.md")).lower()
    lines = [line for line in (ROOT / "requirements.in").read_text().splitlines() if line and line[0] not in "#-"]
    packages = [re.match(r"[A-Za-z0-9-]+", line).group().lower() for line in lines]
    assert [package for package in packages if package not in decisions] == []


def test_every_pinned_requirement_carries_a_hash():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text().replace("\\\n", " ")
        pins = [line for line in text.splitlines() if line and not line.startswith("#")]
        assert pins
        assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


CATALOGUES = sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parts[-3])
def test_the_compiled_texts_are_those_of_the_catalogue(catalogue, tmp_path):
    fresh = tmp_path / "fresh.mo"
    subprocess.run(["msgfmt", "--check", "--output-file", fresh, catalogue], check=True)
    with fresh.open("rb") as new, catalogue.with_suffix(".mo").open("rb") as committed:
        assert GNUTranslations(new)._catalog == GNUTranslations(committed)._catalog
