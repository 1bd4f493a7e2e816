"""In which language whoever asks is answered: the best of the server's for what their browser or page asks for."""

from fastapi.requests import HTTPConnection

from app.words.languages import language_of, words_in
from app.words.words import Words


def words_for_asker(request: HTTPConnection) -> Words:
    """The words of their language (`Accept-Language`; RFC 9110, 12.5.4)."""
    return words_in(language_of(request.headers.get("accept-language", "")))
