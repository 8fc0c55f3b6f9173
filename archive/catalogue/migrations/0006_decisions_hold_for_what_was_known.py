from django.db import migrations, models
from django.db.models import Q
from django.utils import timezone


def cover_what_was_known(apps, schema_editor):
    """A decision made before holds for the statuses that had begun by its day, or of which nobody knows when they did."""
    database = schema_editor.connection.alias
    decisions = apps.get_model("catalogue", "ModeratorDecision").objects.using(database)
    statuses = apps.get_model("catalogue", "PersonStatus").objects.using(database)
    for decision in decisions.filter(matter="appearance").select_related("participation"):
        day = timezone.localdate(decision.decided_at)
        known = statuses.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=day),
            person=decision.participation.person_id,
            kind__in=("captive", "missing"),
        ).order_by("kind", "starts_on", "ends_on")
        decision.covers = [
            {"kind": kind, "starts_on": starts and starts.isoformat(), "ends_on": ends and ends.isoformat()}
            for kind, starts, ends in known.values_list("kind", "starts_on", "ends_on")
        ]
        decision.save(update_fields=["covers"])


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0005_lifted_redactions_are_kept")]

    operations = [
        migrations.AddField(
            "moderatordecision",
            "covers",
            models.JSONField(blank=True, default=list, editable=False, verbose_name="statuses it holds for"),
        ),
        migrations.RunPython(cover_what_was_known, migrations.RunPython.noop),
    ]
