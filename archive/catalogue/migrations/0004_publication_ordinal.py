"""What was public keeps a number of its own, in the order of first publication."""

from django.db import migrations, models


def number(apps, schema_editor):
    entries = apps.get_model("catalogue", "Publication").objects.filter(first_public_at__isnull=False)
    for ordinal, entry in enumerate(entries.order_by("first_public_at", "reference"), start=1):
        entry.ordinal = ordinal
        entry.save(update_fields=["ordinal"])


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0003_authority_forms")]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="ordinal",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="The number in the edition, in the order of first publication; kept for ever, given once.",
                null=True,
                unique=True,
            ),
        ),
        migrations.RunPython(number, migrations.RunPython.noop),
    ]
