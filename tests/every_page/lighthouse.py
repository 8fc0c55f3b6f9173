"""``make lighthouse``: the audits of Lighthouse on a site as readers and search engines meet it.

Accessibility, best practices and SEO must be 100 of 100; performance is a timing and only printed, with its bound.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import chromium

from . import tools
from .sample_site import fresh, served

AUDITED = ("home", "listing", "interview", "map")
WHOLE = ("accessibility", "best-practices", "seo")
PERFORMANCE_BOUND = 95
TRIES = 3
"""A browser on a busy machine sometimes loses the trace of a page; then it is asked again."""
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


def audit(address: str) -> dict:
    """The report of Lighthouse on one address; raises ``RuntimeError`` where it cannot say anything."""
    command = [*tools.lighthouse(), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    with tempfile.TemporaryDirectory() as folder:
        return _report([*command, f"--output-path={folder}/report.json"], Path(folder, "report.json"), address)


def _report(command: list[str], written: Path, address: str) -> dict:
    """What it writes; into a file, because it ends without waiting for whoever reads more than a pipe holds."""
    environment = {**os.environ, "CHROME_PATH": chromium.path(), "LANG": "C.UTF-8"}
    for _ in range(TRIES):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)
        report = json.loads(written.read_text()) if written.exists() else {}
        written.unlink(missing_ok=True)
        if report and "runtimeError" not in report:
            return report
    raise RuntimeError(f"Lighthouse said nothing of {address}: {done.stderr[-500:]}")


def marks(report: dict) -> dict[str, int]:
    """Category → points of 100."""
    return {name: round(100 * (each["score"] or 0)) for name, each in report["categories"].items()}


def lost(report: dict) -> list[str]:
    """The audits that cost points, in Lighthouse's words."""
    audits = report["audits"]
    named = [ref["id"] for name in WHOLE for ref in report["categories"][name]["auditRefs"] if ref["weight"]]
    return [f"{each}: {audits[each]['title']}" for each in named if audits[each]["score"] not in (1, None)]


def main() -> str | None:
    """What is not as it should be, if something is not."""
    if not (chromium.path() and tools.lighthouse()):
        return "Lighthouse needs Chromium, Node and `make tools`."
    faults = []
    with fresh() as folder, served(folder, processes=2, HOLOS_DEMONSTRATION="no") as site:
        for name in AUDITED:
            report = audit(site.address + site.pages[name]["en"])
            found = marks(report)
            print(name, *(f"{category} {points}" for category, points in found.items()), sep="  ", flush=True)
            if found["performance"] < PERFORMANCE_BOUND:
                print(f"{name}: performance is below {PERFORMANCE_BOUND} on this machine, at this moment.")
            faults += [f"{name}: {each}" for each in lost(report)]
            faults += [f"{name}: {each} {found[each]}" for each in WHOLE if found[each] < 100]
    return "\n".join(faults) or None


if __name__ == "__main__":
    sys.exit(main())
