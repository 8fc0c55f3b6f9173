"""Public pages, under the prefix of each interface language."""

urlpatterns = []
