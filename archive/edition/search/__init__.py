"""Search over the edition."""
