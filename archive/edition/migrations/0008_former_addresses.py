"""Addresses that visitors knew lead to the records that stand there now."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("edition", "0007_what_words_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="FormerAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10)),
                ("slug", models.CharField(max_length=80)),
                ("target", models.CharField(max_length=80)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "slug"), name="former_address_once")],
            },
        ),
    ]
