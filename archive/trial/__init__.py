"""The archive put to the test: corpora loaded in bulk, the search judged by passages of which is known what they say."""
