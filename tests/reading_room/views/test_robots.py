def test_crawlers_may_find_pages_but_not_take_voices_nor_train_machines(visitor):
    rules = visitor.read("/robots.txt")
    assert "User-agent: *\nDisallow: /media/\n" in rules
    assert rules.rstrip().endswith("Disallow: /")
    assert "User-agent: GPTBot" in rules


def test_a_demonstration_is_not_for_crawlers(visitor, settings):
    settings.HOLOS_DEMONSTRATION = True
    assert "User-agent: *\nDisallow: /\n" in visitor.read("/robots.txt")
    assert '<meta name="robots" content="noindex">' in visitor.read("/en/")
