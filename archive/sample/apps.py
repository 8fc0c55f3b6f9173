from django.apps import AppConfig


class SampleConfig(AppConfig):
    name = "archive.sample"
    label = "sample"
