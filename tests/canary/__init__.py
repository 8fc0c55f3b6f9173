"""What the public must never learn: tokens planted in everything private are looked for on every public surface."""
