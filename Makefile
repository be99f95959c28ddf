.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
PORT ?= 8000

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-strip-extras --no-annotate --no-header --no-emit-index-url --no-emit-find-links
# Python keeps what it has compiled, whatever the environment says: to compile the tests takes 7 s in each run.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest
PANEL := $(BIN)/python admin_ui/hatch_build.py
# Where PYTHONDONTWRITEBYTECODE is set, each process would compile all our modules anew: a quarter of its start.
COMPILED := $(BIN)/python -m compileall -q models resolvers schema server
EDITABLE := --no-deps --no-build-isolation --editable .

# Stamps: what .venv holds. The development lock is a superset, so it counts as both.
FULL := $(VENV)/.full
LEAN := $(VENV)/.lean

# What a person's environment says about Python, pip, Node or npm does not change what is built, except how to
# reach the registries (for npm: admin_ui/hatch_build.py).
PIP_NETWORK := $(addprefix PIP_,INDEX_URL EXTRA_INDEX_URL FIND_LINKS NO_INDEX TRUSTED_HOST CERT CLIENT_CERT PROXY \
	CACHE_DIR CONFIG_FILE DEFAULT_TIMEOUT TIMEOUT RETRIES KEYRING_PROVIDER)
unexport $(filter-out $(PIP_NETWORK),$(filter PIP_%,$(.VARIABLES)))
unexport $(filter PYTHON%,$(filter-out PYTHON PYTHONUNBUFFERED PYTHONDONTWRITEBYTECODE,$(.VARIABLES)))
unexport NODE_ENV NODE_OPTIONS NODE_PATH VIRTUAL_ENV

.PHONY: help setup run dev test check panel pictures bench fmt lint types layers lock schema codegen clean postgresql redis chromium

help: ## List these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: $(FULL) postgresql redis chromium ## Prepare everything, start nothing
	@$(COMPILED)

run: $(LEAN) ## Set up and serve the demo on 127.0.0.1 (PORT=8000); needs Python only
	@$(PANEL)
	@$(COMPILED)
	@export COMPTOIR_PUBLIC_URL="$${COMPTOIR_PUBLIC_URL:-http://127.0.0.1:$(PORT)}"; \
	$(BIN)/comptoir migrate && $(BIN)/comptoir demo && exec $(BIN)/comptoir serve --host 127.0.0.1 --port $(PORT)

dev: $(FULL) ## Serve the panel with hot reload on 127.0.0.1:5173, against the service that `make run` serves
	@COMPTOIR_PUBLIC_URL="http://127.0.0.1:$(PORT)" $(PANEL) dev

test: setup lint types layers panel ## Set up and pass everything, on SQLite and on PostgreSQL
	@mkdir -p var/test && rm -f .coverage .coverage.* var/test/*.log
	@echo "pytest on SQLite, on PostgreSQL and in the browser, side by side (var/test/*.log)"
	@$(MAKE) --no-print-directory --keep-going -j3 pytest-sqlite pytest-postgresql pytest-panel \
		|| { cat var/test/*.log; exit 1; }
	@cat var/test/*.log
	@$(BIN)/coverage report
	@$(BIN)/coverage report --include='models/rules/*,resolvers/*' --fail-under=100
	@for run in sqlite postgresql panel; do echo "$$run $$(tail -n 1 var/test/$$run.log)"; done

# Everything that touches no browser. Coverage is measured here only: it doubles the processor time.
pytest-sqlite:
	@TEST_DATABASE=sqlite $(PYTEST) --ignore=tests/panel --cov --cov-report= --cov-fail-under=0 \
		>var/test/sqlite.log 2>&1

# What the database cannot change is run once, with SQLite.
pytest-postgresql:
	@TEST_DATABASE=postgresql TEST_PART=database $(PYTEST) --ignore=tests/panel \
		>var/test/postgresql.log 2>&1

# In a browser; one database is enough for what is seen there.
pytest-panel:
	@TEST_DATABASE=postgresql $(PYTEST) tests/panel >var/test/panel.log 2>&1

check: lint types layers ## Check in a minute: format, lint, types, layers, and the tests that touch no database
	@TEST_PART=pure $(PYTEST) --ignore=tests/panel --ignore=tests/server -q

panel: $(FULL) ## Build the panel; check its types, its style, its generated code and its units
	@$(PANEL)
	@$(PANEL) check

codegen: $(FULL) ## Generate the panel's typed documents again, after a change of the schema or of an operation
	@$(PANEL) codegen

pictures: setup ## Take the pictures of the README again (docs/pictures)
	@$(PANEL)
	@$(BIN)/python -m tests.panel.pictures

bench: setup ## Measure, beside PostGraphile and others first (BENCH="--million", BENCH="--growth --million")
	@$(PANEL)
	@$(BIN)/python -m tests.bench.side_by_side --charts var/bench $(BENCH)
	@$(BIN)/python -m tests.bench.run
	@$(BIN)/python -m tests.bench.status
	@$(BIN)/python -m tests.panel.speed
	@$(BIN)/python -m tests.panel.switching

fmt: $(FULL) ## Format, and repair what can be repaired
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix
	@$(PANEL) fmt

lint: $(FULL) ## Check format and lint
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check

types: $(FULL) ## Check types
	@$(BIN)/mypy

# import-linter cannot tell our `schema` from the one of that name on the registry: keep that out of the locks.
layers: $(FULL) ## Check who imports whom
	@$(BIN)/lint-imports
	@! grep -n '^schema==' requirements*.lock

lock: $(FULL) ## Make the three locks again, changing only what pyproject.toml asks
	@$(COMPILE) pyproject.toml --extra dev --output-file requirements-dev.lock
	@$(COMPILE) pyproject.toml --constraint requirements-dev.lock --output-file requirements.lock
	@printf 'hatchling\nnodejs-wheel-binaries\n' | $(COMPILE) - --constraint requirements-dev.lock --output-file requirements-build.lock

schema: $(FULL) ## Write schema/schema.graphql and docs/schema.md again
	@mkdir -p var && $(BIN)/comptoir schema >var/schema.graphql && mv var/schema.graphql schema/schema.graphql
	@$(BIN)/comptoir schema --docs >var/schema.md && mv var/schema.md docs/schema.md

clean: ## Remove caches and reports; keep .venv and the demo's data
	@rm -rf .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist var/test
	@find . -path ./$(VENV) -prune -o -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is wanted: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "This Python cannot make a virtual environment: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(FULL): requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo "Installing what development needs"
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@$(PANEL)
	@$(PIP) $(EDITABLE)
	@touch $(LEAN) $(FULL)

# The build backend has its own lock: it is no part of what runs.
$(LEAN): requirements.lock requirements-build.lock pyproject.toml | $(BIN)/python
	@echo "Installing what running needs"
	@$(PIP) --require-hashes --requirement requirements.lock --requirement requirements-build.lock
	@$(PANEL)
	@$(PIP) $(EDITABLE)
	@touch $(LEAN)

postgresql: | $(BIN)/python
	@$(BIN)/python -m tests.processes.postgresql --find >/dev/null 2>&1 || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql \
			&& $(BIN)/python -m tests.processes.postgresql --find; \
	else \
		echo "The tests need the programs of PostgreSQL 15 or later, under /usr/lib/postgresql or on PATH:" >&2; \
		echo "apt-get install postgresql (as root), or your system's way." >&2; exit 1; \
	fi

# A container without systemd may fail to start the service, which nobody wants: what counts is the program.
redis: | $(BIN)/python
	@$(BIN)/python -m tests.processes.redis >/dev/null 2>&1 || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends redis-server; \
		$(BIN)/python -m tests.processes.redis; \
	else \
		echo "The tests need redis-server or valkey-server on PATH:" >&2; \
		echo "apt-get install redis-server (as root), or your system's way." >&2; exit 1; \
	fi

chromium: | $(BIN)/python
	@$(BIN)/python -m tests.processes.chromium >/dev/null 2>&1 || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -q && export DEBIAN_FRONTEND=noninteractive; \
		apt-get install -q -y --no-install-recommends chromium-headless-shell \
			|| apt-get install -q -y --no-install-recommends chromium; \
		$(BIN)/python -m tests.processes.chromium; \
	else \
		echo "The tests of the panel need chromium-headless-shell or chromium on PATH:" >&2; \
		echo "apt-get install chromium-headless-shell (as root), or your system's way." >&2; exit 1; \
	fi
