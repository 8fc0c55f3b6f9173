"""What the narrators have said yes to: pure rules from records to permissions."""
