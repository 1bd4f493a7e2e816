# Everything a newcomer types. `make run` and `make test` set up all they need.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE := export PATH="$$(scripts/node-path $(BIN)/python):$$PATH" &&
PAGE := app/web/page/index.html
PAGE_SOURCES := $(shell find frontend/src frontend/scripts -type f) frontend/index.html frontend/vite.config.ts

# What the page knows of the wire, a file a part: each is made, and what follows is done with it.
each_protocol = for part in "" phases opening; do file=frontend/src/protocol$${part:+-$$part}.ts; \
	$(BIN)/python -m app.web.schema | node frontend/scripts/protocol.mjs $$part $(1); done

# What a machine is for leaves out what builds the page (production), or builds another one (development).
unexport NODE_ENV

.PHONY: help run demo dev test test-all check sim fuzz fuzz-http format build page-hashes protocol bench kills screenshots references words words-read words-of-server lock licences sbom audit clean \
	install upgrade uninstall prove-install prove-image prove-newcomer

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.run $(PAGE) ## set everything up and start a circle at http://localhost:8000
	$(BIN)/python -m app serve --ready-circle

demo: $(VENV)/.run $(PAGE) ## sit in a circle of seven synthetic people who hold a case: language=pl, fast=1
	@scripts/need $(if $(filter-out en,$(language)),espeak-ng espeak-ng,flite flite)
	$(BIN)/python -m app.demo $(if $(language),--language $(language)) $(if $(fast),--fast)

dev: $(VENV)/.tools frontend/node_modules/.ready ## run, with the page rebuilt at every change, at http://localhost:5173
	@scripts/dev $(BIN)/python

# Hundreds of servers are started: without what Python keeps compiled, each would compile the whole of app/ anew.
test check: export PYTHONDONTWRITEBYTECODE :=

test: ## set everything up and run the tests that this machine can, in a real browser too
	@$(MAKE) --no-print-directory -j2 $(VENV)/.tools $(PAGE)
	@scripts/need chromium chromium chromium-headless-shell chromium-headless-shell espeak-ng espeak-ng flite flite \
		redis-server redis-server spin spin haproxy haproxy sqlite3 sqlite3 ip iproute2 nft nftables turnserver coturn \
		certutil libnss3-tools promtool prometheus pdftotext poppler-utils qpdf qpdf
	@scripts/need firefox-esr firefox-esr pulseaudio pulseaudio WebKitWebDriver webkit2gtk-driver Xvfb xvfb \
		|| echo "The tests that need these are skipped."
	@for tool in caddy cc curl dash fc-list pebble systemd-analyze; do \
		command -v $$tool >/dev/null || echo "The tests that need $$tool are skipped."; done
	@$(NODE) scripts/run-tests $(BIN)/pytest npm --prefix frontend test

test-all: ## the same with all that is many of a kind: each state wide and narrow, longer walks, both viewports of a meeting
	@BALINT_TEST_ALL=1 $(MAKE) --no-print-directory test

check: $(VENV)/.tools $(PAGE) ## formats, lints, types, drift, sizes and unit tests, in about five minutes
	@scripts/need redis-server redis-server pdftotext poppler-utils qpdf qpdf
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/hadolint Dockerfile
	$(NODE) $(call each_protocol,| diff -u $$file - || { echo "The wire has changed: run 'make protocol'."; exit 1; })
	$(NODE) npm --prefix frontend run check
	$(NODE) npm --prefix frontend run lint
	$(NODE) node frontend/scripts/size.mjs
	$(NODE) npm --prefix frontend test
	$(BIN)/pytest -n 4 --dist worksteal -m "not e2e and not long"

format: $(VENV)/.tools frontend/node_modules/.ready ## put every file into its one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(NODE) npm --prefix frontend run format

sim: $(VENV)/.tools ## play ten thousand histories of nodes and failures, or with seed=123 tell one
	PYTHONHASHSEED=0 $(BIN)/python -m tests.simulation $(if $(seed),--seed $(seed))

fuzz: $(VENV)/.tools ## hunt for inputs that a reader does not stand: target=stun count=1000000 seed=1
	$(BIN)/python -m tests.fuzz $(or $(target),stun) $(or $(count),1000000) --seed $(or $(seed),1)

fuzz-http: $(VENV)/.tools $(PAGE) ## ask a server, count=100 times for each path, what its OpenAPI lets one ask
	scripts/fuzz-http $(BIN)/python $(or $(count),100)

build: $(PAGE) ## build the page

page-hashes: $(PAGE) ## print the SHA-256 of each file of the built page, and one of the whole
	@$(BIN)/python -m app page-hashes

protocol: $(VENV)/.tools frontend/node_modules/.ready ## make protocol.ts, the reference of docs/PROTOCOL.md and docs/wire/ of app/web/*protocol.py
	$(NODE) $(call each_protocol,> protocol.new && mv protocol.new $$file || exit 1)
	$(BIN)/python -m app.web.reference
	$(BIN)/python -m app.specifications

bench: $(VENV)/.tools ## measure, beside Janus where it is installed
	$(BIN)/python -m bench

kills: $(VENV)/.tools ## kill node after node under meetings in which everybody speaks, for some ten minutes
	@scripts/need redis-server redis-server
	$(BIN)/python -m tests.failure.kills

screenshots: $(VENV)/.tools $(PAGE) ## take the pictures of docs/images anew, of every state of the page
	@scripts/need chromium chromium flite flite pdftoppm poppler-utils
	$(BIN)/python -m tests.e2e.gallery
	$(BIN)/python -m tests.e2e.film
	$(BIN)/python -m tests.e2e.certificate_picture

references: $(VENV)/.tools $(PAGE) ## take the pictures anew that the looks are compared with: look at them before you commit
	@scripts/need chromium chromium
	$(BIN)/python -m tests.e2e.references

words-of-server: frontend/node_modules/.ready ## make app/words of what the page's dictionaries have for the server
	@$(NODE) npm --prefix frontend run words-of-server

words: frontend/node_modules/.ready ## list what a language of the page lacks, has copied, or nobody has read back: LANG=de, and blind=1 without the English
	@$(NODE) cd frontend && node scripts/words.mjs $(LANG) $(if $(blind),--blind)

words-read: frontend/node_modules/.ready ## keep that all sentences of a language, as they stand, were read back: LANG=de
	@$(NODE) cd frontend && node scripts/words.mjs $(LANG) --read

lock: ## write the locks of Python's packages anew, with more=--upgrade for the newest versions
	PYTHON=$(PYTHON) scripts/lock $(more)

licences: $(VENV)/.tools $(PAGE) ## list what others have made that the server and the page hold, and on which terms
	@$(BIN)/python -m scripts.shipped licences

sbom: $(VENV)/.tools $(PAGE) ## print the same with hashes, and what the page is built with, as CycloneDX
	@$(BIN)/python -m scripts.shipped sbom

audit: $(VENV)/.tools ## ask the registries whether a locked package has a known weakness
	$(NODE) scripts/audit $(BIN)/python

install: ## make this Debian 12 machine a server: sudo make install DOMAIN=circle.example (docs/OPERATIONS.md)
	@deploy/single/install "$(DOMAIN)" $(ADDRESS)

upgrade: ## bring the server installed here up to this checkout, or stay with the release before if it does not start
	@deploy/single/upgrade

uninstall: ## take the server off this machine; circles, secrets and settings stay
	@deploy/single/uninstall

prove-install: $(VENV)/.tools $(PAGE) ## install on a fresh Debian 12 in namespaces, and hold a circle there in Chromium
	@scripts/need debootstrap debootstrap
	$(BIN)/python -m tests.install.prove

prove-image: $(VENV)/.tools $(PAGE) ## build the image with buildah on stand-ins for its bases, and let two people meet in it
	@scripts/need debootstrap debootstrap buildah buildah
	$(BIN)/python -m tests.install.image

prove-newcomer: $(VENV)/.tools $(PAGE) ## type README's commands on a fresh Debian 12 with Python and make alone, timed: only="run demo-fast"
	@scripts/need debootstrap debootstrap chromium chromium
	$(BIN)/python -m tests.install.newcomer $(only)

clean: ## remove what was built and installed (circles in data/ stay)
	rm -rf $(VENV) frontend/node_modules app/web/page

$(BIN)/python:
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); scripts/need - python3-venv && $(PYTHON) -m venv $(VENV); }

# Nothing is installed but what a lock names, and no file of it that has another hash.
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --no-deps

$(VENV)/.run: pyproject.toml requirements.lock | $(BIN)/python
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.tools: requirements-tools.lock | $(VENV)/.run
	$(PIP) --require-hashes --requirement requirements-tools.lock
	@touch $@

frontend/node_modules/.ready: frontend/package-lock.json | $(VENV)/.run
	$(NODE) npm --prefix frontend ci --no-audit --no-fund --loglevel=error
	@touch $@

$(PAGE): $(PAGE_SOURCES) frontend/node_modules/.ready
	$(NODE) npm --prefix frontend run build -- --logLevel warn
	@touch $@
