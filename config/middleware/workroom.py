"""Sessions, sign-in, messages and CSRF run under ``/workroom/`` alone: public pages set no cookie and know nobody."""

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.middleware.csrf import CsrfViewMiddleware

WORKROOM_PATH = "/workroom/"


def is_workroom(request):
    return request.path_info.startswith(WORKROOM_PATH)


class WorkroomOnly:
    """Put before one of Django's middleware classes: other paths pass as if the class were not installed.

    Subclasses and not wrappers, because Django's own system checks look for the classes they know.
    """

    def __call__(self, request):
        return super().__call__(request) if is_workroom(request) else self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        inherited = getattr(super(), "process_view", None)
        if inherited is None or not is_workroom(request):
            return None
        return inherited(request, view, args, kwargs)


class WorkroomSessionMiddleware(WorkroomOnly, SessionMiddleware):
    pass


class WorkroomCsrfMiddleware(WorkroomOnly, CsrfViewMiddleware):
    pass


class WorkroomAuthenticationMiddleware(WorkroomOnly, AuthenticationMiddleware):
    pass


class WorkroomMessageMiddleware(WorkroomOnly, MessageMiddleware):
    pass
