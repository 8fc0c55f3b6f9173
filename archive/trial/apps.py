from django.apps import AppConfig


class TrialConfig(AppConfig):
    name = "archive.trial"
    label = "trial"
