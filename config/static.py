"""Static files under names that change with their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedByContent(CompressedManifestStaticFilesStorage):
    """Scripts import each other by these names too: none is fetched twice, nor taken from an older release."""

    support_js_module_import_aggregation = True
