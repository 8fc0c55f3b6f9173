"""References for LaTeX."""
