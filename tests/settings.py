"""Settings of the test suite: a development house whose data lies in a directory of its own, gone afterwards.

``HOLOS_TEST_DATABASE_URL`` runs the same tests on PostgreSQL; without it they run on an SQLite file.
"""

import atexit
import os
import shutil
import tempfile

data_dir = tempfile.mkdtemp(prefix="holos-test-")
atexit.register(shutil.rmtree, data_dir, ignore_errors=True)

for name in [name for name in os.environ if name.startswith("HOLOS_") and name != "HOLOS_TEST_DATABASE_URL"]:
    del os.environ[name]
os.environ["HOLOS_ENV"] = "development"
os.environ["HOLOS_DATA_DIR"] = data_dir
if os.environ.get("HOLOS_TEST_DATABASE_URL"):
    os.environ["HOLOS_DATABASE_URL"] = os.environ["HOLOS_TEST_DATABASE_URL"]

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES  # noqa: E402

DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(data_dir, "test.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
HOLOS_DEMONSTRATION = False
# What no page has asked for in another language is in that of the message ids.
LANGUAGE_CODE = "en"
