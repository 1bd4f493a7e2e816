"""Two languages that nobody speaks: one with 40 % more text, and one that is written from right to left.

They are made of what the page shows in English, while it is looked at. What holds in them holds in a language to come.
"""

import re

from playwright.sync_api import Page

PSEUDO = ("longer", "rtl")
_TWICE = "[aeiourhd]"
"""Letters that stand twice in the longer one: no word is one that could be broken elsewhere."""
_REWRITTEN = """language => {
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  const marked = (part) => part.closest('bdi') || part.closest('[lang]').lang !== document.documentElement.lang
  while (all.nextNode()) if (!marked(all.currentNode.parentElement)) texts.push(all.currentNode)
  const letters = {
    longer: (text) => text.replace(/TWICE/gi, '$&$&'),
    rtl: (text) => text.replace(/[a-z]/gi, (letter) => String.fromCharCode(0x5d0 + (letter.charCodeAt(0) % 27))),
  }
  for (const text of texts) text.data = letters[language](text.data)
  const longest = (at) => Math.max(...at.textContent.split(/\\s+/).map(({ length }) => length))
  for (const at of document.querySelectorAll('[style*="--letters"]'))
    at.style.setProperty('--letters', longest(at))
  if (language === 'rtl') document.documentElement.dir = 'rtl'
}""".replace("TWICE", _TWICE)
"""What the page writes by its longest word (`--letters`) is written so."""


def longer(text: str) -> str:
    """The text in the longer one."""
    return re.sub(_TWICE, r"\g<0>\g<0>", text, flags=re.IGNORECASE)


def rewrite(page: Page, language: str) -> None:
    """All that the page says now; what people are called stays as it is."""
    page.evaluate(_REWRITTEN, language)
