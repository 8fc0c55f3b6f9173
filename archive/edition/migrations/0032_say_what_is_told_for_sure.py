"""Interviews published before say what they tell about for sure."""

import json

from django.db import migrations

from archive.language import dates

AT_ONCE = 500


def say(apps, schema_editor):
    interviews = apps.get_model("edition", "PublishedInterview")._base_manager
    rows = []
    for row in interviews.only("pk", "outline").iterator(AT_ONCE):
        if told := json.loads(row.outline).get("told"):
            row.surely_earliest, row.surely_latest = dates.sure(told)
            rows.append(row)
    interviews.bulk_update(rows, ["surely_earliest", "surely_latest"], batch_size=AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [
        ("edition", "0031_what_is_told_for_sure"),
    ]

    operations = [migrations.RunPython(say, migrations.RunPython.noop)]
