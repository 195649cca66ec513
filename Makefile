# The tasks of wp3reports. `make report` and `make test` each do everything on a machine with git, make and Python.
# Nothing outside this folder is touched, but for the native libraries that `doctor --install` may fetch from Debian.

PYTHON ?= python3
UV ?= uv==0.13.9
VENV := .venv
BIN := $(VENV)/bin

# One stamp for each step of the set-up, so that only what changed is done again.
DEPENDENCIES := $(VENV)/.dependencies
PROJECT := $(VENV)/.project
LIBRARIES := $(VENV)/.libraries

# Settings of the caller's shell that would lead Python or pip out of the private environment.
unexport PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help report test quick conformance lint catalogues wheel lock clean

help: ## list these tasks
	@sed -n 's/^\([a-z]*\):[^#]*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

report: $(LIBRARIES) ## all reports as PDF into build/pdf
	@$(BIN)/wp3reports build

test: lint $(LIBRARIES) ## style, types, import contracts and the whole test suite
	$(BIN)/pytest -n auto --dist worksteal

quick: $(LIBRARIES) ## the tests without the slow ones
	$(BIN)/pytest -m "not slow" -n auto --dist worksteal

conformance: $(LIBRARIES) ## PDF/A-3a and PDF/UA-1 of every kind of document, by veraPDF (wants Java)
	$(BIN)/pytest tests/conformance --verapdf=required

bench: $(LIBRARIES) ## how fast, beside others that print the same; RUNS=1 for a first look
	$(BIN)/python -m benchmarks --runs $(or $(RUNS),5)

lint: $(PROJECT) ## style, types and import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

catalogues: $(PROJECT) ## the list of messages in templates/locale, as templates and code have them
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT \
	  && PYTHONPATH=tests $(BIN)/pybabel --quiet extract -F pyproject.toml --no-location -o "$$folder/messages.pot" . \
	  && $(BIN)/pybabel --quiet update -D wp3reports -d templates/locale -i "$$folder/messages.pot" \
	       --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap

wheel: $(PROJECT) ## the installable package into dist
	@$(PIP) wheel --no-build-isolation --no-deps --wheel-dir dist .
	@ls dist/*.whl

lock: ## pin the dependencies anew (newest ones: make lock UPGRADE=--upgrade)
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && $(PYTHON) -m venv "$$folder" \
	  && "$$folder/bin/pip" --disable-pip-version-check --quiet install '$(UV)' \
	  && UV_CUSTOM_COMPILE_COMMAND='make lock' "$$folder/bin/uv" --no-config --quiet pip compile pyproject.toml \
	       --extra dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
	       $(UPGRADE) --output-file requirements.lock

clean: ## remove everything that these tasks made
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Only wheels: nothing is compiled, and no build tool comes in that is not pinned.
$(DEPENDENCIES): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "wp3reports needs\
	 Python 3.11 or newer, but $(PYTHON) is: $$($(PYTHON) --version 2>/dev/null || echo 'not there').\
	 Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 3; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) lacks its venv module.\
	 On Debian or Ubuntu: apt install python3-venv" >&2; exit 3; }
	@echo "Setting up $(VENV): this takes about a minute, once."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --only-binary :all: --require-hashes --requirement requirements.lock
	@touch $@

$(PROJECT): $(DEPENDENCIES) pyproject.toml
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@$(BIN)/python -m compileall -q src # else each run compiles it where Python is told to leave no such files
	@touch $@

$(LIBRARIES): $(PROJECT)
	@$(BIN)/wp3reports doctor --install
	@touch $@
