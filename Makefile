# `make demo` writes the readiness report of an invented campaign, `make check` runs in a minute what finds most mistakes,
# `make test` runs nearly all that CI runs. They set up what they need in .venv, from locked and hashed requirements. Say `make demo PYTHON=...` to choose a Python.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input

# A lock is whole, so nothing beside it is looked for, and nothing is built: what an index has got since changes nothing.
# Whether it is whole is then asked of what stands there.
LOCKED := $(PIP) install --no-deps --only-binary :all: --require-hashes -r
WHOLE := said=$$($(BIN)/python -m pip check) || { echo "The lock is not complete:"; echo "$$said"; exit 1; }

# Our modules are compiled once, also where Python is told to write no bytecode: every start of a program reads them.
COMPILED := $(BIN)/python -m compileall -q src

# The first Python that is new enough and can make a virtual environment; a name on the PATH alone proves nothing.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c '$(NEW_ENOUGH)' 2>/dev/null && $$python -c 'import ensurepip, venv' 2>/dev/null && echo $$python && break; done)

# What Hustings says, for translators: collected from the code into src/hustings/locale, and compiled; what click, its
# library for the command line, says likewise. What has changed is marked fuzzy and waits for a translator.
# `make messages LANGUAGE=pt_BR` adds a language.
LOCALE := src/hustings/locale
CLICK = $(shell $(BIN)/python -c 'import click; print(click.__path__[0])')
messages: $(VENV)/dev.stamp
	@PYTHONPATH=tests $(BIN)/pybabel -q extract --mapping=pyproject.toml --add-location=file --sort-output \
		--project=Hustings --output=$(VENV)/hustings.pot .
	@$(BIN)/pybabel -q extract --no-location --sort-output --project=click --output=$(VENV)/click.pot $(CLICK)
	@for domain in hustings click; do \
		files="--domain=$$domain --input-file=$(VENV)/$$domain.pot --output-dir=$(LOCALE)"; \
		test -z "$(LANGUAGE)" || $(BIN)/pybabel -q init $$files --locale=$(LANGUAGE) || exit 1; \
		$(BIN)/pybabel -q update $$files --ignore-obsolete --ignore-pot-creation-date || exit 1; \
		$(BIN)/pybabel -q compile --domain=$$domain --directory=$(LOCALE) || exit 1; \
	done

.PHONY: demo check test test-engines deep bench fuzz mutation pictures statepictures comparedpictures workshoppictures schemas messages lock clean natives programs

demo: $(VENV)/run.stamp natives
	@mkdir -p out
	@$(BIN)/hustings demo --out out

# What is read: the code, and the pack that ships. What is run: PYTEST.
READ := $(BIN)/ruff check src tests && $(BIN)/ruff format --check src tests && $(BIN)/mypy && $(BIN)/hustings check campaign-ai
# The code is read while tests run: mypy takes a third of a minute in a fresh clone, and one core.
BESIDE := { $(READ); } & reading=$$!;
# Tests are compiled once too, which a Python that is told to write no bytecode does anew in each process. All tests are
# run by three processes on two cores: one works while another waits for a browser or a terminal. Each takes 20 seconds
# of a processor before its first test: it collects all tests and loads what programs are forked from.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/pytest --dist worksteal -n $${HUSTINGS_TEST_PROCESSES:-

# While you work: under a minute on two cores, once mypy has seen the code. Fewer examples are drawn, none are skipped.
check: $(VENV)/dev.stamp natives
	@$(COMPILED)
	@$(BESIDE) { HUSTINGS_EXAMPLES=$${HUSTINGS_EXAMPLES:-20} $(PYTEST)2} -m "not slow"; } && wait $$reading

test: $(VENV)/dev.stamp natives programs
	@$(COMPILED)
	@$(BESIDE) { $(PYTEST)3} --cov --cov-report=; } && wait $$reading
	$(BIN)/coverage report --fail-under=100

# All of what `make test` tries in part (tests/support/deep.py), and twenty times the drawn examples: an hour, before a release.
deep: $(VENV)/dev.stamp natives programs
	@$(COMPILED)
	HUSTINGS_DEEP=1 HUSTINGS_EXAMPLES=$${HUSTINGS_EXAMPLES:-600} $(PYTEST)2}

bench: $(VENV)/dev.stamp natives
	cd tests && ../$(BIN)/python -m benchmarks.bench

# One target for each reader of what strangers send, a minute each; what it finds can be run again by its seed and number.
fuzz: $(VENV)/dev.stamp natives
	cd tests && ../$(BIN)/python -m fuzz.run --seconds $${HUSTINGS_FUZZ_SECONDS:-60}

# The rubric in PostgreSQL, where it is installed, and in Spark, where there is Java, against the exact scorer; what is
# missing is told. HUSTINGS_ENGINES_DRAWN says how many assessments are drawn.
test-engines: $(VENV)/dev.stamp
	@test -e $(VENV)/spark.stamp || ! java -version >/dev/null 2>&1 || $(SPARK) || \
		echo "Spark could not be installed, and is left out: see above. \`make test-engines\` tries again."
	cd tests && ../$(BIN)/python -m engines.run --random $${HUSTINGS_ENGINES_DRAWN:-2000}

# Half a gigabyte, once. There is no wheel of it: it is built, with the setuptools of the same lock.
INTO_SPARK := $(PIP) --retries 1 install --no-deps --require-hashes --target $(VENV)/spark
ONLY_SPARK := /^pyspark==/,/sha256/
SPARK = { echo "Installing Spark for the tests of engines: once, half a gigabyte ..." && rm -rf $(VENV)/spark && \
	sed '$(ONLY_SPARK)d' requirements-engines.lock > $(VENV)/spark-tools.lock && \
	sed -n '$(ONLY_SPARK)p' requirements-engines.lock > $(VENV)/spark-alone.lock && \
	$(INTO_SPARK) --only-binary :all: -r $(VENV)/spark-tools.lock && \
	PYTHONPATH=$(abspath $(VENV)/spark) $(INTO_SPARK) --no-build-isolation -r $(VENV)/spark-alone.lock && touch $(VENV)/spark.stamp; }

# Faults planted one at a time in the pure floors: the tests must notice each. HUSTINGS_MUTANTS says how many.
mutation: $(VENV)/dev.stamp
	$(BIN)/python tests/mutation/mutate.py --sample $${HUSTINGS_MUTANTS:-60} \
		$$(cd src/hustings && find scoring answers -name '*.py' ! -name '__init__.py')

pictures: $(VENV)/dev.stamp natives
	$(BIN)/python tests/pictures/remake.py
	$(BIN)/python tests/pictures/session.py

# Every state of the interview at four widths, in .venv/pictures, to look at. BESIDE=FOLDER puts a design's pictures beside.
statepictures: $(VENV)/dev.stamp
	PYTHONPATH=tests $(BIN)/python tests/pictures/states.py $(VENV)/pictures

# Every state of the workshop's wall, phone and console, at every size, in both languages, against the accepted pictures:
# a process for each page. `make test` looks at the first states only.
FACES := $(addprefix tests/workshop/pages/test_,wall.py phone_pictures.py console_pictures.py)
comparedpictures: $(VENV)/dev.stamp natives programs
	HUSTINGS_EVERY_PICTURE=1 $(BIN)/pytest -q -n 3 --dist loadfile $(FACES)

# The accepted pictures of the workshop's pages: look at what has changed before you commit it.
workshoppictures: $(VENV)/dev.stamp natives programs
	@for face in $(FACES); do HUSTINGS_REMAKE_PICTURES=1 $(BIN)/pytest -q $$face || exit 1; done

schemas: $(VENV)/run.stamp
	$(BIN)/python -m hustings.pack.schema.json_schema questionnaires/schemas

$(VENV)/made.stamp:
	@test -n "$(PYTHON)" || { \
		if python3 -c '$(NEW_ENOUGH)' 2>/dev/null; then \
			echo "This Python cannot make virtual environments. Debian, Ubuntu: sudo apt-get install -y python3-venv"; \
		else \
			echo "Hustings needs Python 3.11 or newer, and none was found."; \
			echo "  Debian, Ubuntu: sudo apt-get install -y python3 python3-venv"; \
			echo "  Fedora:         sudo dnf install python3"; \
			echo "  macOS:          brew install python"; \
			echo "  Elsewhere, or if you have one already: make demo PYTHON=/path/to/python3.12"; \
		fi; exit 1; }
	@"$(PYTHON)" -c '$(NEW_ENOUGH)' || { echo "Hustings needs Python 3.11 or newer; $(PYTHON) is not."; exit 1; }
	@echo "Making a virtual environment in $(VENV) with $$("$(PYTHON)" --version) ..."
	@"$(PYTHON)" -m venv --clear $(VENV)
	@touch $@

$(VENV)/run.stamp: $(VENV)/made.stamp requirements.lock pyproject.toml
	@echo "Installing Hustings and its libraries ..."
	@$(LOCKED) requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(COMPILED)
	@$(WHOLE)
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	@echo "Installing what the tests need ..."
	@$(LOCKED) requirements-dev.lock
	@$(WHOLE)
	@touch $@

# What a PDF needs from the system: tried first, installed where that may be done without asking, else said.
natives: $(VENV)/run.stamp
	@$(BIN)/hustings doctor --mend

# What the tests need from the system: a browser, poppler, and a certificate to try https with.
programs:
	@sh tests/programs.sh

# The locks are made by a locked uv. They name releases and hashes, and no address of an index.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --upgrade
lock: $(VENV)/made.stamp
	@$(LOCKED) requirements-lock.lock
	$(LOCK) pyproject.toml --group build -o requirements.lock
	$(LOCK) pyproject.toml --group build --group dev -o requirements-dev.lock
	$(LOCK) --group lock -o requirements-lock.lock
	$(LOCK) --group engines -o requirements-engines.lock

clean:
	rm -rf $(VENV) out dist build .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
