"""The public pages, drawn from the edition alone."""
