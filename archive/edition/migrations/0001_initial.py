"""The public tables."""

import archive.edition.models.interview
import archive.edition.models.search_entry
import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="PublishedCollection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.CharField(max_length=60, unique=True)),
                ("card", models.TextField()),
            ],
            options={
                "base_manager_name": "everything",
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Tombstone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=7, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("revision", models.PositiveBigIntegerField(default=0)),
                ("next_expiry_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="edition_is_one")],
            },
        ),
        migrations.CreateModel(
            name="PublishedAuthority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10)),
                ("slug", models.CharField(max_length=80)),
                ("card", models.TextField()),
            ],
            options={
                "base_manager_name": "everything",
                "constraints": [models.UniqueConstraint(fields=("kind", "slug"), name="published_authority_once")],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="PublishedInterview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=7, unique=True)),
                ("kind", models.CharField(max_length=12)),
                ("document", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("title_uk", models.CharField(max_length=300)),
                ("title_en", models.CharField(max_length=300)),
                ("title_pl", models.CharField(max_length=300)),
                ("order_uk", archive.edition.models.interview.SortKeyField(language="uk", source="title_uk")),
                ("order_en", archive.edition.models.interview.SortKeyField(language="en", source="title_en")),
                ("order_pl", archive.edition.models.interview.SortKeyField(language="pl", source="title_pl")),
                ("recorded_earliest", models.DateField(null=True)),
                ("recorded_latest", models.DateField(null=True)),
                ("told_earliest", models.DateField(null=True)),
                ("told_latest", models.DateField(null=True)),
                ("duration_ms", models.PositiveIntegerField(default=0)),
                ("first_public_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("valid_until", models.DateTimeField(db_index=True, null=True)),
                (
                    "collection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interviews",
                        to="edition.publishedcollection",
                    ),
                ),
            ],
            options={
                "ordering": ["-first_public_at", "reference"],
                "base_manager_name": "everything",
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="PublishedFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("suffix", models.CharField(max_length=8)),
                ("media_type", models.CharField(max_length=60)),
                ("size", models.PositiveBigIntegerField()),
                ("role", models.CharField(max_length=24)),
                ("part", models.CharField(max_length=12)),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="edition.publishedinterview",
                    ),
                ),
            ],
            options={
                "base_manager_name": "everything",
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="FacetValue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "facet",
                    models.CharField(
                        choices=[
                            ("place", "Place"),
                            ("topic", "Topic"),
                            ("event", "Event"),
                            ("person", "Person"),
                            ("language", "Language"),
                            ("format", "Format"),
                            ("warning", "Warning"),
                        ],
                        max_length=10,
                    ),
                ),
                ("value", models.CharField(max_length=80)),
                ("is_inherited", models.BooleanField(default=False)),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facet_values",
                        to="edition.publishedinterview",
                    ),
                ),
            ],
            options={
                "base_manager_name": "everything",
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", archive.edition.models.search_entry.EntryKey(editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("title", "Title"),
                            ("abstract", "Abstract"),
                            ("name", "Name"),
                            ("index", "Index"),
                            ("passage", "Passage"),
                            ("paper", "Paper"),
                            ("claim", "Claim"),
                        ],
                        max_length=10,
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("language", models.CharField(max_length=2)),
                ("part", models.CharField(blank=True, max_length=12)),
                ("anchor", models.CharField(blank=True, max_length=24)),
                ("start_ms", models.PositiveIntegerField(null=True)),
                ("text", models.TextField()),
                ("x", models.TextField()),
                ("l", models.TextField()),
                ("m", models.TextField()),
                ("k", models.TextField()),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="edition.publishedinterview",
                    ),
                ),
            ],
            options={
                "base_manager_name": "everything",
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddIndex(
            model_name="publishedinterview",
            index=models.Index(fields=["-first_public_at", "reference"], name="published_newest_first"),
        ),
        migrations.AddIndex(
            model_name="publishedfile",
            index=models.Index(fields=["digest"], name="published_file_by_digest"),
        ),
        migrations.AddConstraint(
            model_name="publishedfile",
            constraint=models.UniqueConstraint(
                fields=("interview", "part", "role", "digest"), name="published_file_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="facetvalue",
            constraint=models.UniqueConstraint(
                fields=("facet", "value", "interview"), name="facet_value_once_an_interview"
            ),
        ),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__lt", 1048576)), name="search_entry_number_fits_its_key"
            ),
        ),
    ]
