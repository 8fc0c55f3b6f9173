"""What checks pages from outside and is installed by ``make tools``: the Nu Html Checker and Lighthouse."""

import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parents[2] / "var" / "tools" / "node_modules"
CHECKER = HERE / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = HERE / "lighthouse" / "cli" / "index.js"


def checker() -> list[str]:
    """The command that checks HTML files; empty where it or Java is missing."""
    java = shutil.which("java")
    return [java, "-jar", str(CHECKER)] if java and CHECKER.exists() else []


def lighthouse() -> list[str]:
    """The command that audits one address; empty where it or Node is missing."""
    node = shutil.which("node")
    return [node, str(LIGHTHOUSE)] if node and LIGHTHOUSE.exists() else []
