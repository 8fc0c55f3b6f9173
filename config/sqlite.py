"""Which SQLite the house stands on.

SQLite before 3.51.3 can corrupt a write-ahead log that several processes share (https://sqlite.org/wal.html),
and the Python of most distributions links an older one. The pysqlite3 wheels bundle a newer library; it has to
take the place of ``sqlite3`` before Django's database backend is imported.
"""

import sys

SAFE_VERSION = (3, 51, 3)


def use_bundled_sqlite():
    """Put pysqlite3 in the place of the standard library's sqlite3, where a wheel of it is installed."""
    try:
        import pysqlite3
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def version():
    """The version of the SQLite library in use, as a tuple of three numbers."""
    import sqlite3

    return sqlite3.sqlite_version_info


def is_safe():
    return version() >= SAFE_VERSION
