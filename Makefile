# Two commands: `make demo` writes a readiness report of an invented campaign, `make test` runs all that CI runs.
# Both set up what they need in .venv, from locked and hashed requirements.

PYTHON ?= $(firstword $(foreach v,3.13 3.12 3.11 3,$(shell command -v python$(v) 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test bench pictures schemas lock clean check-python natives

demo: $(VENV)/run.stamp natives
	@mkdir -p out
	@$(BIN)/hustings demo --out out
	@echo "Next, for your own campaign:  $(BIN)/hustings interview my-campaign.hustings"

test: $(VENV)/dev.stamp natives
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy
	$(BIN)/python -m hustings check campaign-ai
	$(BIN)/pytest -n $${HUSTINGS_TEST_PROCESSES:-2} --cov=hustings --cov-branch --cov-report=term
	$(BIN)/coverage report --fail-under=100 --include='src/hustings/problems.py,src/hustings/pack/*,src/hustings/answers/*,src/hustings/scoring/*'

bench: $(VENV)/dev.stamp natives
	$(BIN)/python tests/benchmarks/bench.py

pictures: $(VENV)/dev.stamp natives
	$(BIN)/python tests/pictures.py

schemas: $(VENV)/run.stamp
	$(BIN)/python -m hustings.pack.schema

check-python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed. Debian/Ubuntu: sudo apt-get install -y python3 python3-venv; macOS: brew install python@3.13"; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; this is $$("$(PYTHON)" --version). Say which one to use: make demo PYTHON=/path/to/python3.12"; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing. Debian/Ubuntu: sudo apt-get install -y python3-venv"; exit 1; }

$(VENV)/bin/python: | check-python
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/run.stamp: $(VENV)/bin/python requirements.lock pyproject.toml
	@echo "Installing Hustings in $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# What a PDF needs from the system: tried first, installed where that may be done without asking, else said.
natives: $(VENV)/run.stamp
	@$(BIN)/hustings doctor --mend

lock:
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --upgrade pyproject.toml --group build -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --upgrade pyproject.toml --group dev --group build -o requirements-dev.lock

clean:
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
