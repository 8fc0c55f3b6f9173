"""A result list as a file: the listing's parameters, one of the forms."""

from django.http import Http404, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

from .bibtex.form import FORM as BIBTEX
from .csl.form import FORM as CSL
from .csv.form import FORM as CSV
from .form import Form
from .json.form import FORM as JSON
from .ris.form import FORM as RIS
from .selection import MOST, Selection

FORMS = {form.name: form for form in (CSV, JSON, RIS, BIBTEX, CSL)}


def export(request, form: str):
    """The interviews of the listing under the same parameters, sent as they are read from the database."""
    if form not in FORMS:
        raise Http404
    selection = Selection(request.GET, language=get_language(), address=request.build_absolute_uri)
    pieces = () if request.method == "HEAD" else FORMS[form].written(selection)
    response = StreamingHttpResponse(pieces, content_type=FORMS[form].media_type)
    response["Content-Disposition"] = content_disposition_header(True, _name(FORMS[form], selection))
    return response


def _name(form: Form, selection: Selection) -> str:
    """The name of the file; it says so when the list is longer than the file."""
    part = f"-1-{MOST}-of-{selection.total}" if selection.is_cut else ""
    return f"interviews{part}.{form.suffix}"
