# `make record` makes the record of the sample stories, `make test` runs every check.
# Both install what they need into .venv first. PYTHON=/path/to/python chooses the interpreter.

VENV := .venv
BIN := $(VENV)/bin
PYTEST_OPTIONS ?=
BUILD_INDEX := $(BIN)/python -c "from dateline.resolving.places.index import build_index; build_index()"

.PHONY: record test docs lock clean

record: $(VENV)/installed
	@$(BUILD_INDEX)
	$(BIN)/dateline record examples/stories --out build/record

test: $(VENV)/installed-dev
	@$(BUILD_INDEX)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile $(PYTEST_OPTIONS)

# Regenerate what docs hold of the code: the command reference, the accuracy table, the picture of the report.
docs: $(VENV)/installed-dev
	$(BIN)/python docs/make_commands.py
	$(BIN)/python docs/make_dates.py
	$(BIN)/python docs/make_linking.py
	$(BIN)/python docs/make_accuracy.py
	$(BIN)/python docs/make_picture.py

# The newest versions that pyproject.toml allows, with their hashes, for every platform and Python.
lock: $(VENV)/installed
	$(BIN)/python -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	build/lock/bin/python scripts/lock.py

clean:
	rm -rf $(VENV) build

# .venv/installed-dev is an installation for the tests, which can do all that the other can.
$(VENV)/installed: requirements.lock pyproject.toml scripts/install.sh
	@PYTHON="$(PYTHON)" sh scripts/install.sh $(VENV) requirements.lock
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock pyproject.toml scripts/install.sh
	@PYTHON="$(PYTHON)" sh scripts/install.sh $(VENV) requirements-dev.lock
	@touch $(VENV)/installed $@
