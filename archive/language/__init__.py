"""Words, names, dates and times of testimonies in Ukrainian, English, Polish and Russian: pure functions over text."""
