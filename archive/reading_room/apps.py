from django.apps import AppConfig


class ReadingRoomConfig(AppConfig):
    name = "archive.reading_room"
    label = "reading_room"
