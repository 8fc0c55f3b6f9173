"""Dossiers take a third of the room when they are kept packed: the place for them."""

from importlib import import_module

from django.db import migrations, models

# SQLite makes the table anew, which a trigger that reads it does not let happen.
approvers = import_module("archive.catalogue.migrations.0008_version_editors_name_their_approver")


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0020_longer_references")]

    operations = [
        migrations.RunPython(approvers.untie, approvers.tie),
        migrations.AddField("approvedversion", "packed", models.BinaryField(default=b""), preserve_default=False),
        migrations.AlterField("approvedversion", "dossier", models.TextField(default="")),
        migrations.RunPython(approvers.tie, approvers.untie),
    ]
