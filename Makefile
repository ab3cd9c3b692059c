# `make help` lists what there is to make.
SHELL := /bin/sh
.DEFAULT_GOAL := help

# The newest Python from 3.11 on; PYTHON=/path/to/python chooses another.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
IMAGE ?= event-timeline
PIP_INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK = $(BIN)/python -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
	--no-emit-find-links --no-emit-trusted-host --no-emit-options

export MALLOC_ARENA_MAX ?= 2
export HOST ?= 127.0.0.1
export PORT ?= 8000
export WORKERS ?= 0

.PHONY: help run test lint lock bench image sbom audit soak examples clean

help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'
	@echo
	@echo '  HOST, PORT, WORKERS and the settings in README.md come from the environment.'

run: $(VENV)/run.stamp ## Start the service on http://$HOST:$PORT
	@exec $(BIN)/gunicorn -c python:service.gunicorn_conf service.wsgi:app

test: $(VENV)/dev.stamp ## Run the tests (ARGS="tests/api -x" for some of them)
	@$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/dev.stamp ## Style, types, import direction, the OpenAPI document
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m openapi_spec_validator openapi.yaml

bench: $(VENV)/dev.stamp ## Measure the engine, and the service over HTTP
	@set -e; for each in benchmarks/[a-z]*.py; do echo "== $$each"; $(BIN)/python -m benchmarks.$$(basename $$each .py); done

soak: $(VENV)/dev.stamp ## The long tests: hostile bodies, killed workers, flat memory
	@TIMELINE_TEST_LENGTH=long $(BIN)/python -m pytest -s tests/hostile tests/server $(ARGS)

lock: ## Write requirements*.txt from requirements*.in, with hashes
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m piptools --version >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet pip-tools
	@$(LOCK) -o requirements.txt requirements.in
	@$(LOCK) -o requirements-dev.txt requirements-dev.in

examples: $(VENV)/dev.stamp ## Write what the service answers now into openapi.yaml's examples
	@$(BIN)/python -m tests.contract.write_examples

audit: $(VENV)/dev.stamp ## Look the locked packages up in the vulnerability database
	@$(BIN)/pip-audit --require-hashes --disable-pip -r requirements.txt

sbom: $(VENV)/dev.stamp ## Write build/sbom.json, a CycloneDX bill of materials of what the service runs on
	@mkdir -p build
	@$(BIN)/cyclonedx-py requirements requirements.txt --output-format JSON --output-file build/sbom.json
	@echo build/sbom.json

image: ## Build the container image
	docker build --tag $(IMAGE) $(if $(BASE),--build-arg BASE=$(BASE)) .

clean: ## Remove what was made
	@rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer is needed.' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/python
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt | $(VENV)/bin/python
	@$(PIP_INSTALL) -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp
