"""The two tables of the private full-text index. No page of the public names them."""

from archive.edition.search.tables import Tables

TABLES = Tables("catalogue_sheetindex_texts", "catalogue_sheetindex_wholes")
