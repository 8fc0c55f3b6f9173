"""Whole corpora, invented or not, loaded in bulk: the same rows that the acts of people write, thousands a second."""
