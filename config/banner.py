"""What a person reads when the house has started."""

from io import StringIO

from django.conf import settings
from django.core.management import call_command, get_commands


def lines(host, port):
    """The address, the demonstration accounts and where data lies, a line each."""
    address = f"http://{host}:{port}"
    yield ""
    if settings.HOLOS_ROLE != "staff":
        yield f"The reading room:  {address}/"
    if settings.HOLOS_ROLE != "public":
        yield f"The workroom:      {address}/workroom/"
    yield from accounts()
    yield f"Data lies in       {settings.HOLOS_DATA_DIR}"
    yield "Ctrl-C ends everything."


def accounts():
    """What ``manage.py demonstration_accounts`` prints, where this is a demonstration site."""
    if not settings.HOLOS_DEMONSTRATION or settings.HOLOS_ROLE == "public":
        return []
    if "demonstration_accounts" not in get_commands():
        return []
    out = StringIO()
    call_command("demonstration_accounts", stdout=out)
    return ["Demonstration accounts, with their passwords:", *(f"    {line}" for line in out.getvalue().splitlines())]
