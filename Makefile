# Every target sets up what it needs; a bare machine with Python 3.11+ and make is enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes
SEED ?= $(shell date +%Y%m%d)
# Two workers a core, where tests wait for sockets and processes; one where none does.
CORES := $(shell $(PYTHON) -c 'import os; print(os.cpu_count() or 1)')
PARALLEL := -n $(shell expr 2 \* $(CORES)) --dist worksteal
# The tests start many bots, each of which would compile all of its code anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help sandbox run test every-test test-fast approve check torture variants nightly bench screenshots format lock clean \
	catalogues languages
.DEFAULT_GOAL := help

help: ## Show the targets.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

# The pip that comes with Python may take twice as long, and compiles much that nobody ever imports.
$(VENV)/pip: requirements/pip.txt
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) -r $<
	@touch $@

$(VENV)/base: requirements/base.txt requirements/build.txt | $(VENV)/pip
	$(INSTALL) $(^:%=-r %)
	@touch $@

# All of base is in it.
$(VENV)/dev: requirements/dev.txt requirements/build.txt | $(VENV)/pip
	$(INSTALL) $(^:%=-r %)
	@touch $(VENV)/base $@

sandbox: catalogues ## Try the real bot against a local Discord, no account needed.
	@$(BIN)/python -m bot sandbox $(ARGS)

run: catalogues ## Run the bot on Discord (needs DISCORD_TOKEN in .env).
	@$(BIN)/python -m bot run

catalogues: $(VENV)/base ## Compile the translations that changed.
	@$(BIN)/python -m contrib.catalogues compile

languages: $(VENV)/dev ## The table of languages: what is translated, approved, too long, read wrong.
	@$(BIN)/python -m tests.languages $(ARGS)

# Side by side: the types take one core for half a minute.
test: $(VENV)/dev ## Formatter, linter, types and every test.
	@$(MAKE) --no-print-directory --jobs=2 check every-test

every-test: $(VENV)/dev
	$(BIN)/python -m pytest $(PARALLEL) $(ARGS)

test-fast: $(VENV)/dev ## The tests that start no bot and no server, with a third of the generated examples.
	HYPOTHESIS_PROFILE=fast $(BIN)/python -m pytest -n $(CORES) --dist worksteal -k "not postgresql" tests/domain tests/store tests/texts tests/assess tests/test_*.py $(ARGS)

approve: $(VENV)/dev ## Take members' words, and the transcripts, as they are now: read the diff before committing it.
	$(BIN)/python -m tests.transcript
	$(BIN)/python -m pytest $(PARALLEL) --snapshot-update tests/cogs tests/texts $(ARGS)

check: $(VENV)/dev ## Formatter, linter and strict types.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

torture: $(VENV)/dev ## Kill, fault and rush delivery: nothing lost, nothing twice (SEED=...).
	@$(BIN)/python -m tests.torture --seed $(SEED) $(ARGS)

variants: $(VENV)/dev ## Break the recovery model and delivery in many ways: the tests must notice each.
	@$(BIN)/python -m tests.wrong_variants $(ARGS)

nightly: $(VENV)/dev ## More generated examples, other ones every day (SEED=...); all of the rest in asyncio's debug mode.
	HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest --timeout=1800 --hypothesis-seed=$(SEED) \
		tests/domain tests/texts $(ARGS)
	$(BIN)/python -m pytest $(PARALLEL) -o asyncio_debug=true --ignore tests/domain --ignore tests/texts $(ARGS)

format: $(VENV)/dev ## Format the code and mend what the linter can.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/dev ## Measure: a table on the screen, and bench.json.
	$(BIN)/python -m tests.benchmarks $(ARGS)

screenshots: $(VENV)/dev ## Take the README's pictures of the sandbox's page (needs Chromium).
	@$(BIN)/python -m tests.browser.screenshots $(ARGS)

lock: ## Compile requirements/*.txt anew (needs uv).
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--python-version 3.11 pyproject.toml -o requirements/base.txt
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--python-version 3.11 --extra postgres --extra metrics pyproject.toml -o requirements/scale.txt
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--python-version 3.11 --extra dev pyproject.toml -o requirements/dev.txt
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--python-version 3.11 --group build -o requirements/build.txt
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--python-version 3.11 --group pip -o requirements/pip.txt

clean: ## Remove what the tools made, never data/.
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
