"""Holos, an oral-history archive: two wings, the private catalogue and the public edition, and one door between them."""
