from django.apps import AppConfig


class CustodyConfig(AppConfig):
    name = "archive.custody"
    label = "custody"
