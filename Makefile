# Thin on purpose: each target is one or two commands that can be typed by hand. `make help` lists them.

PYTHON  ?= $(shell command -v python3.11 || command -v python3)
VENV    ?= .venv
BIN     := $(VENV)/bin
WORKERS ?= 2
ARGS    ?=
BENCH   ?= ../shared/bench
# One folder of reports that tell one event.
EXAMPLE ?= $(firstword $(sort $(wildcard examples/*/)))

LEXICON   := src/rashomon/lexicon
GAZETTEER := $(LEXICON)/gazetteer.sqlite
# What the gazetteer is made from: a change in any of them makes it anew.
GAZETTEER_FROM := $(wildcard hatch_build.py $(LEXICON)/build.py $(LEXICON)/countries.yaml $(LEXICON)/places/*.yaml)
COMPILE   := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
             --custom-compile-command "make lock" pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help venv demo test check format bench gate docs lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

venv: $(VENV)/.installed ## make .venv from the locked requirements, with the package in it

$(VENV)/.locked: requirements/dev.txt
	@echo "Setting up $(VENV) (once, a minute or two) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(VENV)/.installed: $(VENV)/.locked pyproject.toml $(GAZETTEER_FROM)
	@rm -f $(GAZETTEER)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: venv ## compare the example reports and show the record
	@$(BIN)/rashomon compare $(sort $(wildcard $(EXAMPLE)*.txt $(EXAMPLE)*.html $(EXAMPLE)*.json))

test: venv ## run the tests (ARGS="-k quantity" to choose)
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

check: venv ## style, types, who imports whom, changelog fragments
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/towncrier build --draft --version next > /dev/null

format: venv ## let ruff write what check asks for
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

bench: venv ## measure the benchmarks in BENCH and hold each figure to its floor
	@if test -d $(BENCH) -a ! -f build/judge/source.json; then $(BIN)/python bench/train/judge.py $(BENCH); fi
	@if test -d $(BENCH) -a ! -f build/judge/stances.json; then $(BIN)/python bench/train/stances.py $(BENCH); fi
	@if test -d $(BENCH); then $(BIN)/python bench/gate.py $(BENCH) $(ARGS); else echo "bench: skipped, there is no $(BENCH)"; fi

gate: ## the fast part of bench, as the checks run it
	@$(MAKE) --no-print-directory bench ARGS="--fast $(ARGS)"

docs: venv ## build the pages into docs/_build/html and run their examples
	@$(BIN)/sphinx-build -q -W --keep-going -b html docs docs/_build/html
	@$(BIN)/sphinx-build -q -W -b doctest docs docs/_build/doctest

lock: venv ## renew the locked requirements (needs the package index)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/$(COMPILE) --output-file requirements/base.txt
	@$(BIN)/$(COMPILE) --extra postgresql --extra dev --extra docs --group build --constraints requirements/base.txt --output-file requirements/dev.txt

clean: ## remove everything that was made, the virtual environment included
	rm -rf $(VENV) $(GAZETTEER) build dist docs/_build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
