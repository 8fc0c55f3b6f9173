"""Documents are stored packed, with an outline beside them; each facet value has a bitmap of its interviews."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("edition", "0003_numbers_are_given_anew")]

    operations = [
        migrations.CreateModel(
            name="FacetBitmap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("facet", models.CharField(max_length=10)),
                ("value", models.CharField(blank=True, max_length=80)),
                ("members", models.BinaryField()),
                ("version", models.PositiveBigIntegerField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("facet", "value"), name="facet_bitmap_once_a_value")],
            },
        ),
        migrations.AlterModelOptions(
            name="publishedinterview", options={"base_manager_name": "everything", "ordering": ["-pk"]}
        ),
        migrations.RemoveIndex(model_name="publishedinterview", name="published_newest_first"),
        migrations.RemoveField(model_name="publishedinterview", name="document"),
        migrations.AddField(
            model_name="publishedinterview",
            name="packed",
            field=models.BinaryField(default=b""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="publishedinterview",
            name="outline",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="publishedinterview",
            name="version",
            field=models.PositiveBigIntegerField(db_index=True, default=0),
        ),
        *(
            migrations.AddIndex(
                model_name="publishedinterview",
                index=models.Index(fields=[f"order_{language}", "id"], name=f"published_by_title_{language}"),
            )
            for language in ("uk", "en", "pl")
        ),
        migrations.AlterField(
            model_name="facetvalue",
            name="facet",
            field=models.CharField(
                choices=[
                    ("place", "Place"),
                    ("topic", "Topic"),
                    ("event", "Event"),
                    ("person", "Person"),
                    ("language", "Language"),
                    ("format", "Format"),
                    ("warning", "Warning"),
                    ("claim", "Claim"),
                    ("relates", "Relates"),
                ],
                max_length=10,
            ),
        ),
    ]
