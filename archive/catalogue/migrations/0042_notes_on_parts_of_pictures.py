import archive.catalogue.keys
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0041_papers_are_read_sheet_by_sheet"),
    ]

    operations = [
        migrations.CreateModel(
            name="DocumentRegion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=archive.catalogue.keys.new_key, editable=False, max_length=12, unique=True
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="number")),
                ("left", models.PositiveSmallIntegerField(verbose_name="from the left")),
                ("top", models.PositiveSmallIntegerField(verbose_name="from the top")),
                ("width", models.PositiveSmallIntegerField(verbose_name="width")),
                ("height", models.PositiveSmallIntegerField(verbose_name="height")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("note_uk", models.TextField(blank=True, null=True, verbose_name="note")),
                ("note_en", models.TextField(blank=True, null=True, verbose_name="note")),
                ("note_pl", models.TextField(blank=True, null=True, verbose_name="note")),
                ("note_ru", models.TextField(blank=True, null=True, verbose_name="note")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="regions",
                        to="catalogue.documentpage",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "note on a part of the picture",
                "verbose_name_plural": "notes on parts of the picture",
                "ordering": ["number", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("note_uk__isnull", False), models.Q(("note_uk", ""), _negated=True)),
                            models.Q(("note_en__isnull", False), models.Q(("note_en", ""), _negated=True)),
                            models.Q(("note_pl__isnull", False), models.Q(("note_pl", ""), _negated=True)),
                            models.Q(("note_ru__isnull", False), models.Q(("note_ru", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="document_region_note_in_some_language",
                        violation_error_message="Write this text in at least one language.",
                    ),
                    models.UniqueConstraint(fields=("page", "number"), name="document_region_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("height__gt", 0),
                            ("left__gte", 0),
                            ("top__gte", 0),
                            ("width__gt", 0),
                            (
                                "height__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.Value(10000), "-", models.F("top")
                                ),
                            ),
                            (
                                "width__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.Value(10000), "-", models.F("left")
                                ),
                            ),
                        ),
                        name="document_region_inside_the_picture",
                        violation_error_message="The rectangle has to lie inside the picture.",
                    ),
                ],
            },
        ),
    ]
