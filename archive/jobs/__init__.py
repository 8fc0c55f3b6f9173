"""Work that outlives a request, leased so that a killed worker loses nothing."""
