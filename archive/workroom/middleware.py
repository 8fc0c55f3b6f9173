"""Who is at work: every change made during a request of the workroom is the signed-in person's."""

from archive.custody import acting


class ActingMiddleware:
    """Stands after authentication. Without somebody signed in nobody acts, and the catalogue refuses to be written."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        user = getattr(request, "user", None)
        if user is None or not user.is_authenticated:
            return self.get_response(request)
        with acting(user):
            return self.get_response(request)
