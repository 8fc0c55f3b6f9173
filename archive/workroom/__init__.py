"""Where archivists and moderators work: the admin and the review pages."""
