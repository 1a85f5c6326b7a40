# Every command of this project. Bare `make` lists them; each does the set-up that it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# What the score and the acceptance tests are measured on, where it is at hand.
CASES ?= ../shared/cases
GENERATED := 500

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench golden-update score model samples pin clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with the pinned versions (the others do this by themselves)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "minutes-extract needs Python 3.11 or later: make PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing into $(VENV) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

run: $(READY) ## read samples/ into out/, with a table of what was found
	$(BIN)/minutes-extract run samples -o out

test: $(READY) ## run the tests
	$(BIN)/python -m pytest -q -n auto

check: $(READY) ## ruff, mypy and the import contracts; changes nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(READY) ## measure PDF to text and to records beside pdfplumber: pages a second, memory, workers
	$(BIN)/python benchmarks/pdf.py
	$(BIN)/python benchmarks/pipeline.py

golden-update: $(READY) ## write what the program says today into golden/, and fail if that changed anything
	$(BIN)/python -m pytest -q tests/test_golden.py --golden-update

score: $(READY) ## compare the program with truth: tests/truth, 500 generated documents, and CASES where at hand
	@PYTHONPATH=tests $(BIN)/python -m generator $(GENERATED) out/score/documents
	@set -e; for truth in tests/truth out/score/documents $(wildcard $(CASES)); do \
		$(BIN)/minutes-extract run $$truth -o out/score/$$(basename $$truth)-run >/dev/null; \
		$(BIN)/minutes-extract score out/score/$$(basename $$truth)-run $$truth --by kind; echo; \
	done

model: $(READY) ## build the language pipeline into models/en_minutes
	$(BIN)/python -c "from minutes_extract.nlp import pipeline; pipeline.save('models/en_minutes')"

samples: $(READY) ## write the PDF and DOCX samples from their text
	$(BIN)/python tests/samples/build.py

pin: $(READY) ## write the installed versions to constraints.txt
	@{ sed -n '/^#/p' constraints.txt; $(BIN)/python -m pip freeze --exclude-editable | grep -v '^[#-]' | LC_ALL=C sort -f; } > constraints.new
	@mv constraints.new constraints.txt

clean: ## remove .venv, out/ and caches
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .benchmarks
