"""What members read, one module per subject: domain objects in, words out, marked for gettext."""
