"""What every page of the public site promises, whatever it tells: tried on the sample, served as it is to readers.

``page_types.py`` lists the kinds of pages; a new one is added there and is then photographed and held to all of it.
"""
