# Two commands are all a newcomer needs: `make run` and `make test`.

PORT ?= 8000
HOST ?= 127.0.0.1
VENV := .venv
PY := $(VENV)/bin/python
# The first Python that runs, is 3.11 or newer and can make environments.
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11 python3.14; do \
	$$each -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$each && break; done)
export HOLOS_ENV := development

.PHONY: run setup test check tools screenshots lighthouse format messages requirements bench benchpages

run: setup  ## serve everything on http://127.0.0.1:$(PORT)
	@exec $(PY) manage.py serve --host $(HOST) --port $(PORT)

setup: $(VENV)/installed  ## environment, database, sample
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py load_sample

test: $(VENV)/installed-dev  ## the whole suite, on every database there is
	@$(PY) -m tests $(ARGS)

check: $(VENV)/installed-dev  ## style, templates, migrations, deployment, architecture
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/djlint templates archive --lint --quiet
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) -m tests.deployment
	$(PY) -m pytest -q tests/test_house.py

# What checks pages from outside: the Nu Html Checker (needs Java) and Lighthouse (needs Node), pinned with checksums.
NPM := tests/every_page/npm
TOOLS := var/tools

tools: $(TOOLS)/installed  ## install what checks pages from outside

$(TOOLS)/installed: $(NPM)/package.json $(NPM)/package-lock.json
	@mkdir -p $(TOOLS)
	@cp $(NPM)/package.json $(NPM)/package-lock.json $(TOOLS)/
	@cd $(TOOLS) && npm ci --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

screenshots: $(VENV)/installed-dev  ## photograph every kind of page into var/screenshots
	@$(PY) -m tests.every_page.screenshots

lighthouse: $(VENV)/installed-dev $(TOOLS)/installed  ## audit home, listing, interview and map
	@$(PY) -m tests.every_page.lighthouse

# Numbers of interviews to measure with, and a script that invents them (or put a corpus of your own at var/bench/NUMBER.jsonl).
SIZES ?= 1000
GENERATOR ?=
BENCH := var/bench

bench: $(VENV)/installed $(SIZES:%=$(BENCH)/%.jsonl)  ## measure: make bench SIZES="10000 100000"
	@for size in $(SIZES); do \
		export HOLOS_DATA_DIR=$(CURDIR)/$(BENCH)/$$size; \
		$(PY) manage.py migrate --verbosity 0 && $(PY) manage.py load_corpus $(BENCH)/$$size.jsonl && \
		$(PY) manage.py bench --keep docs/performance.md || exit 1; \
	done

benchpages: setup  ## whole pages and pages known already, beside a bare Django view
	@$(PY) manage.py bench_pages --keep docs/performance.md

$(BENCH)/%.jsonl:
	@mkdir -p $(BENCH)
	@test -f "$(GENERATOR)" || { echo "Say where the generator lies (make bench GENERATOR=gen_corpus.py), or put a corpus at $@."; exit 1; }
	@$(PYTHON) $(GENERATOR) -n $* > $@.part && mv $@.part $@

format: $(VENV)/installed-dev  ## put the code in order
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

messages: $(VENV)/installed-dev  ## collect and compile the texts of the interface
	$(PY) manage.py makemessages --locale uk --locale en --locale pl --no-obsolete --no-wrap --add-location file --ignore var --ignore .venv
	$(PY) manage.py compilemessages --ignore .venv

requirements: $(VENV)/installed-dev  ## compile the pinned requirements anew
	$(VENV)/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
		--custom-compile-command "make requirements" --quiet --output-file requirements.txt requirements.in
	$(VENV)/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
		--custom-compile-command "make requirements" --quiet --output-file requirements-dev.txt requirements-dev.in

$(PY):
	@test -n "$(PYTHON)" || { echo "Holos needs Python 3.11 or newer with its venv module (Debian: apt install python3-venv)."; exit 1; }
	@echo "Making the environment in $(VENV) with $$($(PYTHON) --version)."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.txt | $(PY)
	@echo "Installing what Holos runs on; this takes a minute the first time."
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt requirements.txt | $(PY)
	@echo "Installing what Holos is built and tested with."
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@ $(VENV)/installed
