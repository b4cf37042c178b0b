# Two commands need only Python 3.11+, pip and make: `make run` and `make test`. uv is used when it is there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
UV := $(shell command -v uv 2>/dev/null)

.PHONY: run test lint bench soak readme airflow clean
.DEFAULT_GOAL := run

$(STAMP): pyproject.toml constraints.txt
ifneq ($(UV),)
	@test -x $(BIN)/python || uv venv --quiet --python $(PYTHON) $(VENV)
	uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --editable '.[dev]'
else
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
endif
	@touch $(STAMP)

run: $(STAMP)
	$(BIN)/dealtape run --sample

# As many processes as processors, at most four: each needs up to a GiB. The tests of a file share what is dear to make
# and stay together; files keep their order, since by size those of one long test would come last, alone.
test: $(STAMP)
	$(BIN)/pytest --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/.bench: $(STAMP)
ifneq ($(UV),)
	uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --editable '.[bench]'
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[bench]'
endif
	@touch $@

bench: $(VENV)/.bench
	$(BIN)/python -m bench

soak: $(STAMP)
	$(BIN)/python -m tests.faults.soak

readme: $(STAMP)
	$(BIN)/python -m tests.e2e.readme

airflow: $(STAMP)
	set -a; . ./config/airflow/airflow.env; set +a; exec airflow standalone

clean:
	rm -rf $(VENV)
