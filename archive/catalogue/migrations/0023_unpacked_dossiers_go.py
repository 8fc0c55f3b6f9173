"""Dossiers are read from where they are packed."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0022_pack_dossiers")]

    operations = [migrations.RemoveField("approvedversion", "dossier")]
