"""References that are not ours, of collections to judge the search by, may be longer than those we give."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0014_acts_of_every_kind"),
    ]

    operations = [
        migrations.AlterField(
            model_name="publication",
            name="reference",
            field=models.CharField(max_length=64, unique=True, verbose_name="public reference"),
        ),
        migrations.AlterField(
            model_name="researchlisting",
            name="reference",
            field=models.CharField(max_length=64, unique=True, verbose_name="public reference"),
        ),
    ]
