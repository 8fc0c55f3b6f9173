from django.apps import AppConfig


class HouseConfig(AppConfig):
    """The house as an app: its commands and system checks."""

    name = "config"
    label = "house"

    def ready(self):
        from config import checks  # noqa: F401  (registers them)
