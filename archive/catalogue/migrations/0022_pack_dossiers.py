"""Every dossier is packed."""

import zlib

from django.db import migrations


def pack(apps, schema_editor):
    versions = apps.get_model("catalogue", "ApprovedVersion").objects
    for pk, dossier in versions.order_by("pk").values_list("pk", "dossier").iterator(100):
        versions.filter(pk=pk).update(packed=zlib.compress(dossier.encode()))


def unpack(apps, schema_editor):
    versions = apps.get_model("catalogue", "ApprovedVersion").objects
    for pk, packed in versions.order_by("pk").values_list("pk", "packed").iterator(100):
        versions.filter(pk=pk).update(dossier=zlib.decompress(packed).decode())


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0021_dossiers_are_kept_packed")]

    operations = [migrations.RunPython(pack, unpack)]
