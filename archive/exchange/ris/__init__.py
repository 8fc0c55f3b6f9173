"""References for EndNote, Zotero, Mendeley and others."""
