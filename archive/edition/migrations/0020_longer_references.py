"""References may be longer than those that publishing gives, as in the publication ledger."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("edition", "0008_former_addresses"),
    ]

    operations = [
        migrations.AlterField(
            model_name="publishedinterview",
            name="reference",
            field=models.CharField(max_length=64, unique=True),
        ),
        migrations.AlterField(
            model_name="tombstone",
            name="reference",
            field=models.CharField(max_length=64, unique=True),
        ),
    ]
