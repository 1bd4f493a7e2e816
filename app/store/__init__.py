"""Where the events of a circle are kept while it lasts, and its record afterwards."""
