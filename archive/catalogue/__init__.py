"""What the archive knows: private tables."""
