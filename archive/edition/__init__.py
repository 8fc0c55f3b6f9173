"""What the archive has published: public tables, filled by publishing alone."""
