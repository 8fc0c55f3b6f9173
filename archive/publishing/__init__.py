"""The one door between the catalogue and the edition."""
