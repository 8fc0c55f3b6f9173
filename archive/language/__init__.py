"""Words, dates and times as people write them: pure Python, known to every room."""
