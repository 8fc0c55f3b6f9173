def test_an_event_says_when_where_and_who_dates_it_so(archive):
    page = archive.read("/en/events/occupation/")
    assert "March – September 2022" in page
    assert '<a href="/en/places/izium-raion/">Izium raion</a>' in page
    assert "The reports differ about its beginning." in page


def test_an_unknown_event_is_not_there(archive):
    assert archive.get("/en/events/never/").status_code == 404
