"""What a browser would send back of a page: every field of its forms as it stands."""

from html.parser import HTMLParser


class Fields(HTMLParser):
    """Collects the successful controls of the page (HTML, "constructing the entry list"), files left out."""

    def __init__(self):
        super().__init__()
        self.data: dict[str, list[str]] = {}
        self._select = self._area = None
        self._text = ""

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        name = given.get("name")
        if tag == "input" and name and given.get("type") not in ("submit", "file", "button"):
            if given.get("type") in ("checkbox", "radio") and "checked" not in given:
                return
            value = given.get("value") or ("on" if given.get("type") == "checkbox" else "")
            self.data.setdefault(name, []).append(value)
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in given:
            self.data.setdefault(self._select, []).append(given.get("value") or "")
        elif tag == "textarea":
            self._area, self._text = name, ""

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None
        elif tag == "textarea" and self._area:
            self.data.setdefault(self._area, []).append(self._text.removeprefix("\r\n").removeprefix("\n"))
            self._area = None

    def handle_data(self, data):
        if self._area:
            self._text += data


def fields_of(response) -> dict[str, list[str]]:
    """The fields of a page, without the empty rows that are there to be copied."""
    reader = Fields()
    reader.feed(response.content.decode())
    leave = ("csrfmiddlewaretoken", "next")
    return {name: values for name, values in reader.data.items() if name not in leave and "__prefix__" not in name}
