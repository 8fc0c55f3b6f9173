"""Search for those who work here: over everything the archive holds, as far as each of them may read it."""
