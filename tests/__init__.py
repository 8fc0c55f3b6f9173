"""The tests of Holos, laid out as the rooms are."""
