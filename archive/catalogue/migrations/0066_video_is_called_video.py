from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0065_signatures_lapse"),
    ]

    operations = [
        migrations.AlterField(
            model_name="collectionpolicy",
            name="scope",
            field=models.CharField(
                choices=[
                    ("listing", "be listed: title, kind and dates"),
                    ("description", "summary, places, topics and contents"),
                    ("name", "the narrator's name in the agreed form"),
                    ("transcript", "transcript and translations"),
                    ("audio", "sound"),
                    ("video", "video"),
                    ("images", "photographs and pictures of pages"),
                    ("documents", "letters and documents"),
                    ("exact-place", "exact places"),
                    ("download", "download"),
                    ("harvest", "copying to other catalogues"),
                    ("ai-use", "use in training or running artificial intelligence"),
                    ("legal-use", "use in legal proceedings"),
                ],
                max_length=12,
                verbose_name="scope",
            ),
        ),
        migrations.AlterField(
            model_name="derivative",
            name="role",
            field=models.CharField(
                choices=[
                    ("sound", "Sound"),
                    ("film", "Video"),
                    ("peaks", "Waveform"),
                    ("poster-webp", "Poster (WebP)"),
                    ("poster-jpeg", "Poster (JPEG)"),
                    ("image-480-webp", "Small image (WebP)"),
                    ("image-480-jpeg", "Small image (JPEG)"),
                    ("image-960-webp", "Medium image (WebP)"),
                    ("image-960-jpeg", "Medium image (JPEG)"),
                    ("image-1920-webp", "Large image (WebP)"),
                    ("image-1920-jpeg", "Large image (JPEG)"),
                ],
                max_length=20,
                verbose_name="role",
            ),
        ),
        migrations.AlterField(
            model_name="grant",
            name="scope",
            field=models.CharField(
                choices=[
                    ("listing", "be listed: title, kind and dates"),
                    ("description", "summary, places, topics and contents"),
                    ("name", "the narrator's name in the agreed form"),
                    ("transcript", "transcript and translations"),
                    ("audio", "sound"),
                    ("video", "video"),
                    ("images", "photographs and pictures of pages"),
                    ("documents", "letters and documents"),
                    ("exact-place", "exact places"),
                    ("download", "download"),
                    ("harvest", "copying to other catalogues"),
                    ("ai-use", "use in training or running artificial intelligence"),
                    ("legal-use", "use in legal proceedings"),
                ],
                max_length=12,
                verbose_name="scope",
            ),
        ),
        migrations.AlterField(
            model_name="master",
            name="kind",
            field=models.CharField(
                choices=[("image", "Image"), ("audio", "Sound"), ("video", "Video"), ("document", "Document")],
                editable=False,
                max_length=16,
                verbose_name="kind",
            ),
        ),
    ]
