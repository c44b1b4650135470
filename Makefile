# What this house can do. Every target sets up its own environment in .venv first; python3 (3.11 or
# newer) and make are enough.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help advise test check bench accuracy docs clean

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip -qq --disable-pip-version-check --no-input
INSTALLED := $(VENV)/.installed
DEVELOPER := $(VENV)/.developer
PEERS := $(VENV)/.peers

EXAMPLE := corpus/voorbeeld.pdf
FILE ?= $(EXAMPLE)
ANNEX ?=
ARGS ?=

help: ## zegt wat je kunt vragen
	@echo 'make advise [FILE=protocol.pdf] [ANNEX=bijlage.pdf] [ARGS="-o advies.md"]'
	@echo '               het advies over een protocol; zonder FILE over een protocol uit de eigen verzameling'
	@echo 'make test      alle proeven'
	@echo 'make check     stijl, types, lagen, voorbeelden in de regels, documentatie'
	@echo 'make accuracy  hoe goed het programma oordeelt; schrijft docs/accuracy.md'
	@echo 'make bench     hoe snel het is en hoe goed het beschadigde tekst herstelt'
	@echo 'make docs      schrijft de documentatie die uit de regels volgt'
	@echo 'make clean     ruimt alles op wat hier gemaakt werd'

# An environment that works is kept: making it anew with another Python would mix the two. The pip of
# Python 3.11 knows no dependency groups, hence the newer one.
$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'protocheck heeft Python 3.11 of nieuwer nodig: make PYTHON=python3.12 ...' >&2; exit 1; }
	@echo 'De omgeving in $(VENV) klaarzetten ...'
	@$(RUN) -c 'import ssl' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV) \
	  || { echo 'Python kan hier geen omgeving maken. Op Debian en Ubuntu: apt install python3-venv' >&2; exit 1; }
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --editable .
	@touch $@

$(DEVELOPER): $(INSTALLED)
	@$(PIP) install --group dev
	@touch $@

# The libraries that the repair of damaged texts is compared with.
$(PEERS): $(DEVELOPER)
	@$(PIP) install --group bench
	@touch $@

advise: $(INSTALLED)
	@$(RUN) -m protocheck advise "$(FILE)" $(foreach annex,$(ANNEX),--annex "$(annex)") $(ARGS)
ifeq ($(FILE),$(EXAMPLE))
	@echo
	@echo 'Een eigen protocol laten lezen:  make advise FILE=pad/naar/protocol.pdf'
	@echo 'Met een bijlage erbij:           make advise FILE=protocol.pdf ANNEX=bijlage.pdf'
	@echo 'Zonder make:                     $(VENV)/bin/protocheck advise protocol.pdf --annex bijlage.pdf'
endif

test: $(DEVELOPER)
	$(RUN) -m pytest -n auto --dist loadgroup

check: $(DEVELOPER)
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports
	$(RUN) -m protocheck rules test
	$(RUN) -m pytest -q tests/test_docs.py

bench: $(PEERS)
	$(RUN) -m benchmarks.bench

accuracy: $(DEVELOPER)
	$(RUN) -m benchmarks.accuracy --write

docs: $(DEVELOPER)
	$(RUN) -m docs.generate --write
	$(RUN) -m docs.walk --write

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
