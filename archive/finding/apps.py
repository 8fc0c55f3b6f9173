from django.apps import AppConfig


class FindingConfig(AppConfig):
    name = "archive.finding"
    label = "finding"

    def ready(self):
        from . import keeping

        keeping.connect()
