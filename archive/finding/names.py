"""The names by which records are found in any language: those that moderators have approved."""

from django.db.models.functions import MD5
from pyroaring import BitMap

from archive.catalogue.models import Authority
from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.document.names import every_name
from archive.edition.search import vocabulary
from archive.edition.search.holding import Holding
from archive.edition.search.questions import Question
from archive.language.authorities import Gazetteer, authority_token
from archive.language.queries import Named
from archive.publishing.naming import approved_names

from . import numbers
from .nouns import ROOT_OF_KIND
from .tables import TABLES


class Approved:
    """Finds the approved names in every text alike. Nobody here is kept from what the words say anyway."""

    def __init__(self) -> None:
        self.gazetteer: Gazetteer = approved_names()

    def at(self, source) -> Gazetteer:
        return self.gazetteer


def state() -> str:
    """A digest of all approved names; texts are read again when it has changed."""
    approved = Authority.objects.exclude(snapshot="").order_by("pk")
    return canonical.digest(list(map(list, approved.values_list("pk", MD5("forms")))))


def naming(authority: Authority) -> BitMap:
    """The numbers of the records whose words hold one of its approved names, or named it before."""
    card = canonical.load(authority.snapshot, AuthorityCard)
    atoms = {Named("", (authority_token(authority.kind, authority.slug),))}
    for name in every_name(card):
        words = name.replace('"', " ")
        atoms |= set(Question(f'"{words}"', Gazetteer(), vocabulary.nothing).atoms)
    found = Holding(list(atoms), TABLES).interviews.values()
    return numbers.records(BitMap.union(*found), ROOT_OF_KIND)
