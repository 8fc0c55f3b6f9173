"""How fast the archive answers, beside the bare engine and beside a plain page over the same tables.

It lies in this room and not among the tests: it needs the rooms' own code, it asserts nothing, and whoever runs an
archive may run it.
"""
