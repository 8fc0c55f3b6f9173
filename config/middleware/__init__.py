"""What every answer carries, and what runs for the workroom alone."""
