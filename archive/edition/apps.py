from django.apps import AppConfig


class EditionConfig(AppConfig):
    name = "archive.edition"
    label = "edition"
