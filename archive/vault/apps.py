from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "archive.vault"
    label = "vault"
