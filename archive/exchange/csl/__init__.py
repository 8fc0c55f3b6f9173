"""References for citation processors."""
