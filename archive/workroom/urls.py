"""The workroom: Django admin for archivists, moderators and administrators."""

from django.contrib import admin
from django.urls import path

urlpatterns = [path("", admin.site.urls)]
