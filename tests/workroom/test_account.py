"""Accounts are kept by administrators, who make nobody a superuser and get at no superuser."""

from django.contrib.auth.models import Group
from django.urls import reverse

from archive.catalogue.models import User
from archive.catalogue.roles import ROLES
from archive.publishing.researchers import access_of
from tests import cast

from .forms import fields_of


def page(user):
    return reverse("workroom:catalogue_user_change", args=[user.pk])


def test_an_administrator_gives_a_role(administrator):
    user = User.objects.create(username="petro")
    data = fields_of(administrator.get(page(user))) | {
        "groups": [Group.objects.get(name="Archivist").pk],
        "is_staff": "on",
    }
    assert administrator.post(page(user), data).status_code == 302
    assert User.objects.get(pk=user.pk).has_perm("catalogue.submit_interview")


def test_nobody_makes_a_superuser_on_the_page(administrator):
    user = User.objects.create(username="petro")
    data = fields_of(administrator.get(page(user))) | {"is_superuser": "on", "user_permissions": ["1"]}
    administrator.post(page(user), data)
    user.refresh_from_db()
    assert (user.is_superuser, user.user_permissions.count()) == (False, 0)


def test_the_account_of_a_superuser_is_out_of_reach(administrator):
    root = User.objects.create(username="root", is_superuser=True)
    assert administrator.post(page(root), {"username": "mine"}).status_code == 403
    password = reverse("workroom:auth_user_password_change", args=[root.pk])
    assert administrator.post(password, {"password1": "x", "password2": "x"}).status_code == 403


def test_archivists_and_moderators_keep_no_accounts(archivist, moderator):
    for client in (archivist, moderator):
        assert client.get(page(cast.administrator())).status_code == 403


def test_the_roles_have_exactly_their_permissions(db):
    for name, permissions in ROLES.items():
        given = Group.objects.get(name=name).permissions.values_list("codename", flat=True)
        assert set(given) == permissions


def test_no_role_deletes_evidence():
    evidence = {
        "consentrecord", "grant", "master", "stop", "withdrawal", "custodyevent", "moderatordecision",
        "approvedversion", "person", "personidentity", "publication", "researcheraccess", "user",
    }  # fmt: skip
    for permissions in ROLES.values():
        assert not {f"delete_{noun}" for noun in evidence} & permissions


def test_an_administrator_makes_a_researcher_and_ends_the_access(administrator):
    account = User.objects.create(username="roman")
    assert "Give access as a researcher" in administrator.get(page(account)).content.decode()
    give = reverse("workroom:give-access", args=[account.pk])
    data = fields_of(administrator.get(give)) | {"purpose": "A book on bread.", "ends_on": "2999-01-01"}
    assert administrator.post(give, data).status_code == 302
    account = User.objects.get(pk=account.pk)
    access = account.researcher_accesses.get()
    assert access_of(account) == access and access.approved_by == cast.administrator()
    assert "A book on bread." in administrator.get(page(account)).content.decode()
    end = reverse("workroom:end-access", args=[access.pk])
    assert administrator.post(end).status_code == 302
    assert access_of(account) is None
    assert "ended on" in administrator.get(page(account)).content.decode()


def test_an_access_without_a_purpose_is_refused_on_the_page(administrator):
    account = User.objects.create(username="roman")
    give = reverse("workroom:give-access", args=[account.pk])
    answer = administrator.post(give, {"purpose": "", "starts_on": "2026-01-01", "ends_on": "2999-01-01"})
    assert answer.status_code == 200 and not account.researcher_accesses.exists()


def test_nobody_else_makes_researchers_or_ends_their_access(archivist, moderator):
    access = cast.researcher().researcher_accesses.get()
    addresses = [
        reverse("workroom:give-access", args=[cast.archivist().pk]),
        reverse("workroom:end-access", args=[access.pk]),
    ]
    for client in (archivist, moderator):
        assert [client.post(address).status_code for address in addresses] == [403, 403]
