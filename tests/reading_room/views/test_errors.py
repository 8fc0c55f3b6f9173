import pytest
from django.template.loader import render_to_string
from django.utils.translation import override


@pytest.mark.parametrize("address", ["/nothing", "/en/nothing/", "/media/x"])
def test_an_address_with_nothing_at_it_answers_in_the_sites_look(visitor, address):
    answer = visitor.get(address, **{"accept-language": "en"})
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.body.decode()
    assert 'class="quick-exit"' in answer.body.decode()


def test_the_answer_never_repeats_the_address(visitor):
    assert "secret" not in visitor.get("/en/interviews/secret/").body.decode()


@pytest.mark.parametrize("name", ["400", "403", "404", "500"])
def test_error_pages_can_be_drawn_without_a_request(name):
    with override("en"):
        page = render_to_string(f"{name}.html")
    assert 'hreflang="pl"' in page and '<html lang="en">' in page


@pytest.mark.parametrize("name", ["403", "500", "503"])
def test_a_page_that_asks_to_be_written_to_says_where(name):
    with override("en"):
        page = render_to_string(f"{name}.html")
    assert "write to us" in page and '<a href="mailto:' in page[page.index("write to us") :]
