"""The web application, as any WSGI server takes it: ``config.wsgi:application``."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

from archive.language.streams import warm  # noqa: E402  (after Django has its settings)

warm()  # a first search does not wait for dictionaries, and workers that are forked later share them
gc.freeze()  # what stays to the end is never looked through for garbage
gc.set_threshold(
    20_000
)  # a page of long testimony makes more objects than the 700 that Python would look through anew each time
