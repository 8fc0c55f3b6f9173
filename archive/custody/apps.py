from django.apps import AppConfig


class CustodyConfig(AppConfig):
    name = "archive.custody"
    label = "custody"

    def ready(self):
        from . import edits, signatures

        edits.connect()
        signatures.connect()
