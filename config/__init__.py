"""The house around the rooms: settings, addresses, middleware, checks and the commands that run it."""

from config.sqlite import use_bundled_sqlite

use_bundled_sqlite()
