import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0004_publication_ordinal")]

    operations = [
        migrations.AddField(
            "redaction",
            "lifted_by",
            models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="lifted by",
            ),
        ),
        migrations.AddField(
            "redaction",
            "lifted_at",
            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="lifted at"),
        ),
        migrations.AddField(
            "redaction",
            "lift_reason",
            models.TextField(blank=True, default="", editable=False, verbose_name="reason for lifting"),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "redaction",
            models.CheckConstraint(
                condition=models.Q(lifted_by__isnull=True, lifted_at__isnull=True, lift_reason="")
                | models.Q(lifted_by__isnull=False, lifted_at__isnull=False),
                name="redaction_lifted_by_somebody",
            ),
        ),
    ]
