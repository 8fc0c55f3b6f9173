"""Ways out: the edition for programs, feed readers and reference managers. One folder a form, over one crosswalk."""
