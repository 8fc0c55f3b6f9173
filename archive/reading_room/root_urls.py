"""Public addresses without a language: media files, robots.txt."""

urlpatterns = []
