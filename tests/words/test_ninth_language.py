"""A language is a folder: a ninth one is made of the German one, and nothing else is changed for it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from pydantic import TypeAdapter

from app.words.words import Words
from tests.support.process import ROOT

TRANSLATE = """
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const otherwise = (text) => text.replace(/[eio]/g, (letter) => ({ e: 'æ', i: 'y', o: 'ø' })[letter]);

for (const file of globSync('src/words/da/{*/*.ts,not-started.txt}')) {
  const text = readFileSync(file, 'utf8');
  const said = [];
  const collect = (node) => {
    const isWord = ts.isStringLiteral(node) && node.parent.initializer === node;
    const isSentence = /^[`'}].* /s.test(node.getText()) && node.getChildCount() === 0;
    if (isWord || isSentence) said.push([node.getStart(), node.end]);
    node.forEachChild(collect);
  };
  if (file.endsWith('.ts')) collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  else said.push([0, text.length]);
  const inDanish = ([start, end], all) => all.slice(0, start) + otherwise(all.slice(start, end)) + all.slice(end);
  writeFileSync(file, said.reduce((all, part) => inDanish(part, all), text));
}
"""

READ_BACK = """
import { readFileSync, writeFileSync } from 'node:fs';
import { keepReadBack, notReadBack } from './scripts/read-back.mjs';

const places = () => notReadBack('da').map(({ place }) => place).join();
const change = (file, before, after) => writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));

const all = notReadBack('da').length;
keepReadBack('da');
const kept = places();
change('src/words/da/circle/door.ts', 'Blæybæn', 'Da blæybæn');
change('src/words/en/circle/door.ts', 'You are at the door', 'You stand at the door');
console.log(JSON.stringify([all, kept, places()]));
"""

PAGE = """
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { notStarted } from '../scripts/not-started.mjs';
import { spoken, wordsFor } from './lib/strings';

test('the page speaks it, and says so before any script', async () => {
  expect(spoken).toContain('da');
  expect((await wordsFor(['da-DK'])).language.choose).toBe('Sprachæ');
  expect(notStarted().transformIndexHtml(readFileSync('index.html', 'utf8'))).toContain('<p lang="da">Dyæ Sæytæ');
});
"""


def node_path() -> str:
    told = subprocess.run([ROOT / "scripts" / "node-path", sys.executable], capture_output=True, text=True, check=True)
    return f"{told.stdout.strip()}:{os.environ['PATH']}"


def test_a_ninth_language_takes_one_folder(tmp_path: Path) -> None:
    """W20, W21: compiler, `make words`, the tests of words, the page and the server take it; what it lacks is told."""
    frontend = tmp_path / "frontend"
    shutil.copytree(ROOT / "frontend", frontend, ignore=shutil.ignore_patterns("node_modules", "*.svelte.test.ts"))
    (frontend / "node_modules").symlink_to(ROOT / "frontend" / "node_modules")
    danish = frontend / "src" / "words" / "da"
    shutil.copytree(danish.with_name("de"), danish)
    shutil.copytree(ROOT / "app" / "words", tmp_path / "app" / "words")

    environment = {"PATH": node_path(), "HOME": str(tmp_path)}

    def node(*command: str) -> str:
        told = subprocess.run(["node", *command], cwd=frontend, env=environment, capture_output=True, text=True)
        return told.stdout + told.stderr

    itself = danish / "everywhere" / "language.ts"
    itself.write_text(itself.read_text().replace("lang: 'de'", "lang: 'da'"))
    lacking = ("circle/index.ts", "line/line.ts", "not-started.txt")
    for name in lacking:
        (danish / name).rename(tmp_path / Path(name).name)
    found = node("scripts/words.mjs", "da")
    assert found.startswith("".join(f"da/{name} is missing.\n" for name in lacking)), found
    assert "src/words/da/line/index.ts:1: Cannot find module './line'" in found
    for name in lacking:
        (tmp_path / Path(name).name).rename(danish / name)
    assert "circle/access.ts.time.muchLeft says the same as in de: " in found
    assert re.search(r"^Not translated yet: \d{3} sentences\.$", found, re.MULTILINE), found
    assert node("--input-type=module", "--eval", TRANSLATE) == ""
    told = node("scripts/words.mjs", "da")
    assert told.startswith("Nothing is missing in da.\n")
    everything, read, changed = json.loads(node("--input-type=module", "--eval", READ_BACK))
    assert told.endswith(f"Not read back since they were written: {everything} sentences.\n"), told
    assert everything > 1000 and read == ""
    assert changed == "circle/door.ts.waiting.title,circle/door.ts.askedToLeave.no"

    (frontend / "src" / "ninth.test.ts").write_text(PAGE)
    tried = node(
        "node_modules/vitest/vitest.mjs",
        "run",
        "src/words",
        "src/ninth.test.ts",
        "--update",
        "--project=lib",
        "--no-isolate",
        "--maxWorkers=1",
    )
    assert "failed" not in tried and " passed" in tried, tried
    made = (tmp_path / "app" / "words" / "da.json").read_bytes()
    assert TypeAdapter(Words).validate_json(made, extra="forbid").lang == "da"
