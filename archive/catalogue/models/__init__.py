"""The nouns of the catalogue, one file each."""

from .approval import ApprovedVersion, Edit, VersionEditor, Waiver
from .authority import Authority, AuthorityEdit, Label
from .claim import Claim, ClaimRelation
from .collection import AccessionCounter, Collection, CollectionPolicy
from .consent import ConsentRecord, Grant
from .custody_event import CustodyEvent
from .derivative import Derivative
from .document import Document, DocumentPage, DocumentRegion
from .entered_names import EnteredNames
from .erasure import Erasure
from .event import Event
from .former_authority import FormerAuthority
from .index_point import IndexPoint
from .interview import Interview, PersonMention, PlaceMention
from .job import Job
from .master import Master
from .mention import Mention
from .participation import Participation
from .path import Opening, Path, PathStop
from .person import ModeratorDecision, Person, PersonIdentity, PersonStatus
from .place import Place
from .publication import Publication
from .question import Question
from .recording import Recording
from .redaction import Redaction
from .research_listing import ResearchFile, ResearchListing
from .researcher_access import ResearcherAccess
from .sent_form import SentForm
from .sheet import OutdatedRecord, Sheet
from .sitting import Sitting
from .source import Source
from .stop import Stop
from .term import Term
from .topic import Topic
from .transcript import Segment, Transcript
from .unsaid_words import UnsaidWords
from .user import User
from .withdrawal import Withdrawal

__all__ = [
    "AccessionCounter", "ApprovedVersion", "Authority", "AuthorityEdit", "Claim", "ClaimRelation", "Collection", "CollectionPolicy",
    "ConsentRecord", "CustodyEvent", "Derivative", "Document", "DocumentPage", "DocumentRegion", "Edit", "EnteredNames", "Erasure", "Event", "FormerAuthority", "Grant", "IndexPoint",
    "Interview", "Job", "Label", "Master", "Mention", "ModeratorDecision", "Opening", "OutdatedRecord", "Participation", "Path", "PathStop", "Person", "PersonIdentity",
    "PersonMention", "PersonStatus", "Place", "PlaceMention", "Publication", "Question", "Recording", "Redaction", "ResearchFile",
    "ResearchListing", "ResearcherAccess", "Segment", "SentForm", "Sheet", "Sitting", "Source", "Stop", "Term", "Topic", "Transcript", "UnsaidWords", "User",
    "VersionEditor", "Waiver", "Withdrawal",
]  # fmt: skip
