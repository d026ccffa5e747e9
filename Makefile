# Two commands matter: `make demo` and `make test`. Each sets up what it needs in .venv and nowhere else.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

PYTHON ?= python3
UV_VERSION := 0.13.9
OUT ?= out

BIN := .venv/bin
# Only the interpreter that made .venv, never one that uv would download; wait for a slow network.
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never
export UV_HTTP_TIMEOUT := 180
export PYTHONUTF8 := 1
unexport VIRTUAL_ENV

.PHONY: help demo test check quick lint types imports tests format readme docs accuracy bench lock setup browser virtuoso web clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: setup ## set up, build the graph of data/articles/ into out/, ask it three questions
	@$(BIN)/kg demo -o $(OUT)

test: setup web browser virtuoso ## set up, then everything in `make check`
	@$(MAKE) --no-print-directory check

check: lint types imports tests ## style, types, import contract, all tests (after `make setup`)
	@echo "All is well: style, types, import contract, tests."

quick: setup lint types ## as `make check` without the slow tests and the browser
	$(BIN)/python -m pytest -q -m "not slow and not browser"

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports --no-logo

tests:
	$(BIN)/python -W error -m pytest -q --durations=5 -n auto --maxprocesses=4 --dist loadfile

format: setup ## lay out the code as `make lint` wants it
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

readme: setup ## write the real output of the commands into README.md
	$(BIN)/python tools/readme.py

docs: setup ## write the pages under docs/ that are made from the project
	$(BIN)/python tools/lexicons.py
	$(BIN)/python tools/vocabulary.py

accuracy: setup ## precision and recall on the articles with gold
	@$(BIN)/python bench/accuracy.py

bench: setup $(BIN)/uv ## how long each stage takes, how large each output is; text to facts against jieba (which it installs); each pattern's worst input
	@$(BIN)/uv sync --frozen --quiet --python $(BIN)/python --group bench
	@$(BIN)/python bench/stages.py $(INPUT)
	@$(BIN)/python bench/speed.py $(INPUT)
	@$(BIN)/python bench/patterns.py

lock: $(BIN)/uv ## resolve the dependencies anew, after a change of pyproject.toml
	env -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_FIND_LINKS $(BIN)/uv lock --no-config

setup: .venv/ready ## .venv with the locked dependencies

.venv/ready: $(BIN)/uv uv.lock pyproject.toml
	@echo "Installing the locked dependencies into .venv …"
	@KG_WEB=0 $(BIN)/uv sync --frozen --quiet --python $(BIN)/python
	@touch $@

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; found $$($(PYTHON) --version 2>&1). Name another: make PYTHON=python3.12 demo"; exit 1; }
	@echo "Making .venv …"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check "uv==$(UV_VERSION)"

web: setup ## the query page's editor from the npm registry, into kg/serve/assets/yasgui (without it the page is a plain form)
	@if command -v npm >/dev/null; then $(BIN)/python tools/web.py; \
	else $(BIN)/uv run --quiet --no-project --python $(BIN)/python --with "$$($(BIN)/python tools/web.py --node)" python tools/web.py \
		|| echo "The query page stays a plain form: npm could not be had."; fi

browser: ## Chromium for the tests of the page (apt-get, as root; elsewhere those tests are skipped)
	@tools/browser.sh

virtuoso: ## Virtuoso for the tests of what other tools read (as for browser)
	@tools/virtuoso.sh

clean: ## remove what the targets made
	rm -rf .venv out dist kg/serve/assets/yasgui .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
