# Two commands do everything on a new machine: `make ask` and `make test`.
# Where the registry serves PyTorch with CUDA (2.7 GB), name PyTorch's CPU index:
#   PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu make ask

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := .sample
Q ?= what did Kirby say about the North Korea deal?
export Q

.DELETE_ON_ERROR:
.PHONY: ask test test-slow lint lock pictures clean

# Answers from the sample corpus, in a data folder of its own. make ask Q="…" asks anything.
ask: $(SAMPLE)/ready
	@$(BIN)/on-record ask --data $(SAMPLE) -- "$$Q"

test: $(VENV)/ready lint
	$(BIN)/python -m pytest -m "not slow"

test-slow: $(VENV)/ready
	$(BIN)/python -m pytest

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The locked versions, then this project in place. Nothing is resolved: what is not in the lock
# is not installed.
$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --no-deps --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(SAMPLE)/ready: $(VENV)/ready $(wildcard corpus/*.md)
	@rm -rf $(SAMPLE)
	@$(BIN)/on-record add --data $(SAMPLE) corpus
	@touch $@

# Resolves pyproject.toml anew and writes what came out of it. The +cpu of a local build is cut
# off: the registry has no such version.
lock:
	rm -rf .lock-venv
	$(PYTHON) -m venv .lock-venv
	.lock-venv/bin/pip install --quiet "torch==2.13.0" ".[dev,model]"
	.lock-venv/bin/pip freeze --exclude on-record | sed 's/+cpu//' > requirements.lock
	rm -rf .lock-venv

# The pictures in the README: the page that `make ask` prints, and what the tests' Discord shows.
pictures: $(SAMPLE)/ready
	$(BIN)/python tests/bench/picture.py
	$(BIN)/python tests/bench/discord_pictures.py

clean:
	rm -rf $(VENV) $(SAMPLE)
