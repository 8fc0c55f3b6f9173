"""Accounts are kept by administrators, who make nobody a superuser and get at no superuser."""

from django.contrib.auth.models import Group
from django.urls import reverse

from archive.catalogue.models import User
from archive.catalogue.roles import ROLES
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
        "approvedversion", "person", "personidentity", "publication", "user",
    }  # fmt: skip
    for permissions in ROLES.values():
        assert not {f"delete_{noun}" for noun in evidence} & permissions
