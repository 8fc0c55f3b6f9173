"""Pages of a listing by number. An address that asks for no page there is leads to the nearest one."""

from django.core.paginator import Page, Paginator

PAGE_SIZE = 20


def page(listing, number: str | int | None, size: int = PAGE_SIZE) -> Page:
    """Django's ``Page`` of a sequence or queryset; anything but a number is the first page, too high the last."""
    paginator = Paginator(listing, size)
    try:
        wanted = int(str(number)[:9])
    except ValueError:
        wanted = 1
    return paginator.page(min(max(wanted, 1), paginator.num_pages))
