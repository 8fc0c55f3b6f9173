"""Who may do what: the permissions of each group of accounts, by code name.

A mapping of plain words, so that a migration can use it. Nobody may delete evidence: consent records,
masters, stops, withdrawals, decisions, approved versions and custody events are kept whoever asks. An interview goes with all
of these by an erasure alone, which takes two people. What researchers may do is one thing, and only while an access of
theirs is in force.
"""

_DESCRIPTION = (
    "interview", "participation", "sitting", "recording", "transcript", "segment", "indexpoint", "document",
    "documentpage", "documentregion", "source", "claim", "claimrelation", "placemention", "personmention",
    "mention",
)  # fmt: skip
_AUTHORITIES = ("authority", "label", "person", "personstatus", "place", "topic", "event", "question")
_AGREEMENTS = ("consentrecord", "grant")
_GUIDES = ("path", "pathstop", "opening", "term")
_KEPT = (
    "approvedversion", "custodyevent", "derivative", "erasure", "job", "master", "moderatordecision", "publication", "redaction",
    "stop", "waiver", "withdrawal", "collection", "collectionpolicy",
)  # fmt: skip

_VIEW_ALL = {f"view_{noun}" for noun in (*_DESCRIPTION, *_AUTHORITIES, *_AGREEMENTS, *_GUIDES, *_KEPT)}

ROLES: dict[str, frozenset[str]] = {
    "Archivist": frozenset(
        _VIEW_ALL
        | {
            f"{deed}_{noun}"
            for deed in ("add", "change")
            for noun in (*_DESCRIPTION, *_AUTHORITIES, *_AGREEMENTS, *_GUIDES)
        }
        | {f"delete_{noun}" for noun in (*_DESCRIPTION, *_GUIDES, "label", "personstatus") if noun != "interview"}
        | {"view_personidentity", "add_personidentity", "change_personidentity"}
        | {"add_master", "add_redaction", "add_withdrawal"}
        | {"submit_interview", "stop_interview", "open_master", "propose_erasure"}
    ),
    "Moderator": frozenset(
        _VIEW_ALL
        | {"approve_interview", "stop_interview", "release_interview", "open_master"}
        | {"propose_erasure", "confirm_erasure"}
        | {"add_moderatordecision", "add_redaction", "add_waiver"}
    ),
    "Administrator": frozenset(
        _VIEW_ALL
        | {"view_user", "add_user", "change_user", "view_personidentity"}
        | {f"{deed}_{noun}" for deed in ("add", "change") for noun in ("collection", "collectionpolicy")}
        | {"delete_collectionpolicy", "stop_interview"}
        | {f"{deed}_researcheraccess" for deed in ("view", "add", "change")}
    ),
    "Researcher": frozenset({"read_interview_as_researcher"}),
}
"""Group name → code names of permissions on models of the catalogue."""
