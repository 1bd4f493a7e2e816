"""W9: what a page may do that somebody has got a foreign piece of text, style or address into."""

import pytest
from playwright.sync_api import Error

from tests.e2e.stage import Stage

HTML = "() => { document.body.innerHTML = '<img src=x>' }"
STYLE = """() => {
    const style = document.body.appendChild(document.createElement('style'))
    style.append('body { opacity: 0.5 }')
    return getComputedStyle(document.body).opacity
}"""
ELSEWHERE = "() => fetch('https://elsewhere.example/').then(() => 'answered', () => 'refused')"
FRAME = """() => new Promise((told) => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => told(effectiveDirective))
    document.body.appendChild(document.createElement('iframe')).src = 'https://elsewhere.example/'
})"""


def test_text_never_becomes_html_and_nothing_comes_from_elsewhere(stage: Stage) -> None:
    page = stage.show("front")
    with pytest.raises(Error, match="TrustedHTML"):
        page.evaluate(HTML)
    assert page.evaluate(STYLE) == "1"
    assert page.evaluate(ELSEWHERE) == "refused"
    assert page.evaluate(FRAME) == "frame-src"
    assert stage.strangers == [], "it was not even asked for"
