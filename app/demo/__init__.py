"""A circle to try alone: seven synthetic people hold an invented case, and you sit in it (`make demo`)."""
