from django.apps import AppConfig


class EditionConfig(AppConfig):
    name = "archive.edition"
    label = "edition"

    def ready(self):
        from .search import keeping

        keeping.connect(self)
