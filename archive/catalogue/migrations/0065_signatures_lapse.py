from django.db import migrations, models


def let_standings_stand(apps, schema_editor):
    """Merges that were approved before went without a look at the words: what was signed then stays as readers see it."""
    apps.get_model("catalogue", "FormerAuthority").objects.exclude(leads_to="").update(has_same_name=True)


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0064_words_that_stay_unsaid"),
    ]

    operations = [
        migrations.AddField(
            model_name="formerauthority",
            name="has_same_name",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.RunPython(let_standings_stand, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="custodyevent",
            name="act",
            field=models.CharField(
                choices=[
                    ("edited", "edited for the first time since the last approval"),
                    ("submitted", "submitted for review"),
                    ("returned", "returned"),
                    ("approved", "approved"),
                    ("authority-approved", "record of a place, topic, event or person approved"),
                    ("basis-signed", "basis signed"),
                    ("waived", "found name let stand"),
                    ("stopped", "display stopped"),
                    ("released", "display released"),
                    ("withdrawn", "agreement withdrawn"),
                    ("redacted", "passage withheld"),
                    ("redaction-lifted", "withheld passage proposed to be shown again"),
                    ("decided", "decided by a moderator"),
                    ("received", "file received"),
                    ("opened", "file opened"),
                    ("read", "opened by a researcher"),
                    ("access-given", "access as a researcher given"),
                    ("access-ended", "access as a researcher ended"),
                    ("job-retried", "background job tried again"),
                    ("preserved", "put under legal preservation"),
                    ("preservation-ended", "released from legal preservation"),
                    ("erasure-proposed", "erasure proposed"),
                    ("erasure-taken-back", "proposal of erasure taken back"),
                    ("erased", "erased"),
                    ("destroyed", "file destroyed"),
                    ("merged", "record merged into another"),
                    ("mention-confirmed", "name found in a passage confirmed"),
                    ("mention-rejected", "name found in a passage rejected"),
                    ("standing-signed", "standing of a claim signed"),
                    ("standing-lapsed", "signature of a claim lapsed, for what was signed was changed"),
                    ("mention-taken-back", "decision on a name in a passage taken back"),
                ],
                editable=False,
                max_length=32,
                verbose_name="act",
            ),
        ),
    ]
