"""Search and suggestions for programs, read only; the contract stands in ``docs/api.md``."""
