"""Scripts and styles as production serves them."""

import json
import re

from tests.deployment import manage, production


def test_scripts_import_each_other_under_the_names_that_pages_load(tmp_path):
    gathered = manage("collectstatic", "--noinput", "-v0", environment=production(tmp_path))
    assert gathered.returncode == 0, gathered.stderr
    static = tmp_path / "static"
    known = set(json.loads((static / "staticfiles.json").read_text())["paths"].values())
    named = {
        f"reading_room/{name}"
        for script in static.glob("reading_room/*.js")
        if f"reading_room/{script.name}" in known
        for name in re.findall(r'from ?"\./([^"]+)"', script.read_text())
    }
    assert len(named) >= 3 and named <= known
