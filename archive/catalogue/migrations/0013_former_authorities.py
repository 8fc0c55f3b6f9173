"""Where records that were merged into others can still be found."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0012_what_is_preserved_is_not_destroyed"),
    ]

    operations = [
        migrations.CreateModel(
            name="FormerAuthority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("place", "place"), ("topic", "topic"), ("event", "event"), ("person", "person")],
                        editable=False,
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("slug", models.SlugField(editable=False, max_length=80, verbose_name="address")),
                ("snapshot", models.TextField(blank=True, editable=False)),
                ("leads_to", models.SlugField(blank=True, db_index=False, editable=False, max_length=80)),
                ("was_public", models.BooleanField(default=False, editable=False)),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former",
                        to="catalogue.authority",
                        verbose_name="merged into",
                    ),
                ),
            ],
            options={
                "verbose_name": "merged record",
                "verbose_name_plural": "merged records",
                "default_permissions": [],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "slug"), name="former_authority_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("leads_to", ""), ("was_public", False)),
                            models.Q(models.Q(("leads_to", ""), _negated=True), ("snapshot", "")),
                            _connector="OR",
                        ),
                        name="former_authority_seen_as_one_of_two",
                    ),
                ],
            },
        ),
    ]
