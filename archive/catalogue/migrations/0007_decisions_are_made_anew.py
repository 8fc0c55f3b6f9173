from django.db import migrations, models


class Migration(migrations.Migration):
    """Apart from the rows it follows: PostgreSQL changes no table that a transaction has just written to."""

    dependencies = [("catalogue", "0006_decisions_hold_for_what_was_known")]

    operations = [
        migrations.RemoveConstraint("moderatordecision", "decision_once_a_matter"),
        migrations.AddConstraint(
            "moderatordecision",
            models.UniqueConstraint(
                fields=["participation"], condition=models.Q(matter="name"), name="decision_on_a_name_once"
            ),
        ),
    ]
