from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "archive.publishing"
    label = "publishing"

    def ready(self):
        from . import narrowing_facts

        narrowing_facts.connect()
