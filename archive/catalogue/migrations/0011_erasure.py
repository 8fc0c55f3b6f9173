"""Erasure by two people, and the acts that the event log knows."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0010_researchers")]

    operations = [
        migrations.AlterModelOptions(
            name="interview",
            options={
                "ordering": ["code"],
                "permissions": [
                    ("submit_interview", "Can submit an interview for review"),
                    ("approve_interview", "Can approve or return an interview"),
                    ("stop_interview", "Can stop the display of an interview"),
                    ("release_interview", "Can release a stop"),
                    ("open_master", "Can open masters and consent papers"),
                    ("propose_erasure", "Can propose to destroy an interview"),
                    ("confirm_erasure", "Can confirm that an interview is destroyed"),
                ],
                "verbose_name": "interview",
                "verbose_name_plural": "interviews",
            },
        ),
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
                    ("job-retried", "background job tried again"),
                    ("preserved", "put under legal preservation"),
                    ("preservation-ended", "released from legal preservation"),
                    ("erasure-proposed", "erasure proposed"),
                    ("erasure-taken-back", "proposal of erasure taken back"),
                    ("erased", "erased"),
                    ("destroyed", "file destroyed"),
                    ("merged", "record merged into another"),
                ],
                editable=False,
                max_length=32,
                verbose_name="act",
            ),
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("interview_key", models.CharField(editable=False, max_length=12, unique=True)),
                ("reason", models.TextField(blank=True, editable=False, verbose_name="reason")),
                ("proposed_at", models.DateTimeField(auto_now_add=True, verbose_name="proposed at")),
                ("confirmed_at", models.DateTimeField(editable=False, null=True, verbose_name="erased at")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                (
                    "interview",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="erasure",
                        to="catalogue.interview",
                        verbose_name="interview",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "erasure",
                "verbose_name_plural": "erasures",
                "ordering": ["-proposed_at", "-pk"],
                "default_permissions": ["view"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_at__isnull", True),
                                ("confirmed_by__isnull", True),
                                ("interview__isnull", False),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                                ("interview__isnull", True),
                                ("reason", ""),
                                models.Q(("confirmed_by", models.F("proposed_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="erasure_confirmed_by_another",
                    )
                ],
            },
        ),
    ]
