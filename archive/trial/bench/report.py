"""A measurement in a table, printed and kept in the document of results."""

import re
from pathlib import Path

from .measuring import OURS, Measured

NAMES = {"holos": "Holos", "plain": "django-filter + icontains", "engine": "engine alone"}


def table(measured: Measured) -> str:
    """Markdown: the machine, then a row for each case and answerer, ratios to our own median."""
    facts = "; ".join(f"{name} {value}" for name, value in measured.facts.items() if value)
    memory = " + ".join(f"{each:.0f}" for each in measured.memory_mb)
    rows = [
        f"{measured.interviews:,} public interviews, {measured.passages:,} passages; {measured.disk_mb:,.0f} MB on disk; "
        f"server {sum(measured.memory_mb):.0f} MB (PSS of its processes: {memory}). {facts}.",
        "",
        "| case | answered by | median ms | p95 ms | CPU ms | times ours | KiB | asked |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for (case, name), cell in sorted(measured.cells.items(), key=lambda pair: _order(measured, *pair[0])):
        if cell.bad:
            rows.append(f"| {case} | {NAMES[name]} | no answer to {cell.bad} of {len(cell.ms)} | | | | | |")
            continue
        ours = measured.cells.get((case, OURS))
        ratio = f"{cell.median / ours.median:.2f}" if ours and not ours.bad else ""
        cpu = sorted(cell.cpu)[len(cell.cpu) // 2]
        rows.append(
            f"| {case} | {NAMES[name]} | {cell.median:.1f} | {cell.p95:.1f} | {cpu:.1f} | {ratio} "
            f"| {cell.size / 1024:.0f} | {len(cell.ms)} |"
        )
    return "\n".join(rows)


def keep(document: Path, name: str, text: str) -> None:
    """Put a table into its own place in a document, or at its end."""
    opening, closing = f"<!-- measured: {name} -->", f"<!-- end: {name} -->"
    block = f"{opening}\n### {name}\n\n{text}\n{closing}"
    before = document.read_text()
    place = re.compile(re.escape(opening) + ".*?" + re.escape(closing), re.DOTALL)
    after = place.sub(lambda _found: block, before) if place.search(before) else f"{before.rstrip()}\n\n{block}\n"
    document.write_text(after)


def _order(measured: Measured, case: str, name: str) -> tuple[int, int]:
    cases = list(dict.fromkeys(case for case, _name in measured.cells))
    return cases.index(case), list(NAMES).index(name)
