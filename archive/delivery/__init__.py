"""Bytes over HTTP: ranges, validators and safe headers for files of either wing."""
