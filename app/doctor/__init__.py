"""`python -m app doctor`: what keeps a server from being reached and heard, each with what to do."""
