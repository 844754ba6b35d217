# Two commands do everything: `make demo` and `make test`. Each makes what it needs in .venv, once.

.DEFAULT_GOAL := help
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin

# The newest Python that is new enough; asked, since a name on the path may be an empty shim.
find_python = for name in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	if $$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo $$name; break; fi; done
no_python = Trellis needs Python 3.11 or newer with its venv module (on Debian and Ubuntu: apt-get install python3 python3-venv).

# Quiet and the same everywhere: no version check, no questions.
pip = $(BIN)/python -m pip --disable-pip-version-check --no-input install -qq

.PHONY: help demo test ui bench docs lock clean FORCE

help: ## Say what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 14

demo: $(VENV)/runtime.stamp $(VENV)/ui.stamp ## Make the example study and open the workbench on it (Ctrl-C ends it)
	@echo "trellis is $(BIN)/trellis here; \`source $(BIN)/activate\` puts it on the path."
	@$(BIN)/trellis demo --serve

test: $(VENV)/dev.stamp $(VENV)/ui.stamp ## Everything that CI asks: style, types, contracts, sizes, tests, documentation
	@command -v chromium >/dev/null || echo "No Chromium, so tests that need a browser will fail; $(get_chromium)."
	@$(BIN)/python -m pytest $(or $(ARGS),--numprocesses=auto --dist=worksteal)

ui: $(VENV)/ui.stamp ## Build the workbench's pages from ui/

bench: $(VENV)/dev.stamp ## Measure against plain SQLite on a large made-up study
	@$(BIN)/python -m benchmarks $(ARGS)

docs: $(VENV)/dev.stamp ## Write the reference anew and build the documentation in site/
	@$(BIN)/python scripts/make_reference.py
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet --strict && echo "site/index.html"

lock: $(VENV)/dev.stamp ## Write the lock files anew (ARGS=--upgrade for newer versions)
	@$(BIN)/python scripts/lock.py $(ARGS)

clean: ## Remove what these commands made
	rm -rf $(VENV) ui/node_modules src/trellis/static site dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

get_chromium = on Debian and Ubuntu: apt-get install chromium fonts-dejavu-core fonts-noto-color-emoji

$(BIN)/python:
	@python=$$($(find_python)); test -n "$$python" || { \
	echo "$(no_python) Found here: $$(python3 --version 2>/dev/null || python --version 2>/dev/null || echo none)." >&2; exit 1; }; \
	echo "Making $(VENV) with $$($$python --version)"; $$python -m venv --clear $(VENV)

# A stamp holds the digest of what was installed; a lock that was touched but not changed installs nothing.
$(VENV)/runtime.stamp: requirements.lock pyproject.toml | $(BIN)/python
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "$(no_python) What lies in $(VENV) is $$($(BIN)/python --version); \`make clean\` takes it away." >&2; exit 1; }
	@digest=$$(cat $^ | cksum); test "$$digest" = "$$(cat $@ 2>/dev/null)" || { \
	echo "Installing what Trellis runs with"; $(pip) --require-hashes -r requirements.lock && \
	$(pip) --no-deps --editable . ; } && echo "$$digest" > $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/runtime.stamp
	@digest=$$(cat requirements-dev.lock | cksum); test "$$digest" = "$$(cat $@ 2>/dev/null)" || { \
	echo "Installing what the tests need"; $(pip) --require-hashes -r requirements-dev.lock ; } && \
	echo "$$digest" > $@

# The pages are built anew when a file below ui/ changed; packages are installed anew when their lock did.
ui_files = ui/index.html ui/package.json ui/package-lock.json ui/vite.config.ts ui/tsconfig.json ui/public ui/src

$(VENV)/ui.stamp: FORCE | $(BIN)/python
	@command -v npm >/dev/null || { echo "The workbench's pages are built with Node 20 or newer, which is not on the path." >&2; exit 1; }
	@lock=$$(cksum < ui/package-lock.json); \
	test -d ui/node_modules -a "$$lock" = "$$(cat $(VENV)/npm.stamp 2>/dev/null)" || { \
	echo "Installing what the pages are built with"; npm ci --prefix ui --silent --no-audit --no-fund && echo "$$lock" > $(VENV)/npm.stamp ; }
	@digest=$$(find $(ui_files) -type f | sort | xargs cksum | cksum); \
	test -f src/trellis/static/index.html -a "$$digest" = "$$(cat $@ 2>/dev/null)" || { \
	echo "Building the workbench's pages"; npm run --prefix ui --silent build -- --logLevel warn && echo "$$digest" > $@ ; }

FORCE:
