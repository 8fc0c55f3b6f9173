from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("edition", "0021_interviews_of_very_many_words"),
    ]

    operations = [
        migrations.AddField("publishedinterview", "surely_earliest", models.DateField(null=True)),
        migrations.AddField("publishedinterview", "surely_latest", models.DateField(null=True)),
    ]
