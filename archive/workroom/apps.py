from django.apps import AppConfig


class WorkroomConfig(AppConfig):
    name = "archive.workroom"
    label = "workroom"
