"""Texts that members read, by subject: domain objects in, cards out, marked for gettext."""
