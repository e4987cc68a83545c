# The two commands of the README: `make demo` and `make test`.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PACKAGES := sqlite3 libsqlite3-dev zlib1g-dev libzstd-dev liblzma-dev libbz2-dev libxml2-dev nettle-dev \
  libstemmer-dev
BINARY := .build/release/backfile
DEMO := demo/archive.backfile
PYTHON = $(shell [ -x .build/tools/bin/python3 ] && echo .build/tools/bin/python3 || echo python3)

.PHONY: demo test browser-test interface-test bench faults fuzz build lint packages tools clean

## Build the release binary, import SampleData, search it, list quotes, write CSV.
demo: build
	rm -rf demo && mkdir demo
	$(BINARY) -a $(DEMO) import SampleData
	@echo; echo '$$ backfile search "ferry OR tariff*" --limit 3'
	@$(BINARY) search -a $(DEMO) "ferry OR tariff*" --limit 3
	@echo; echo '$$ backfile quotes --speaker Dunmore'
	@$(BINARY) quotes -a $(DEMO) --speaker Dunmore
	@echo; echo '$$ backfile export "strike" -o demo/strike'
	@$(BINARY) export -a $(DEMO) "strike" -o demo/strike
	@ls -l demo/strike

## Check the style, then build and run all tests.
test: packages lint
	swift build --build-tests
	swift build -c release --product backfile
	swift test --skip-build

## Walk the pages of `backfile serve` in Chromium (make tools installs it).
browser-test: build
	$(PYTHON) Tests/Browser/walk-pages.py $(BINARY) SampleData

## Ask the interface for programs what its description allows, and what it does not, with schemathesis.
interface-test: build
	$(PYTHON) Tests/Browser/ask-interface.py $(BINARY) SampleData

## Import generated articles (make bench ARTICLES=1000000) and time ten kinds of questions on them.
ARTICLES := 100000
bench: build
	mkdir -p demo
	[ -e demo/generated-$(ARTICLES).jsonl ] || \
	  python3 Benchmarks/generate-articles.py $(ARTICLES) > demo/generated-$(ARTICLES).jsonl
	rm -f demo/bench.backfile*
	ls -l demo/generated-$(ARTICLES).jsonl
	time $(BINARY) -a demo/bench.backfile import demo/generated-$(ARTICLES).jsonl
	ls -l demo/bench.backfile
	$(BINARY) bench -a demo/bench.backfile

## Kills, full disks, damaged archives and hostile input, a few of each: Docs/reliability.md. Nothing where
## the harness is not there; FAULTS='--scale 1' for all of them, which takes hours.
FAULTS := --scale 0.03
faults: build
	Benchmarks/faults/run --skip http_attacks,http_load,xss_static,xss_chromium,naughty,json_suite,sqlite_fuzzdata,bad_inputs,power_loss $(FAULTS)

## Let libFuzzer look for inputs that break a parser: make fuzz SECONDS_EACH=600.
SECONDS_EACH := 60
fuzz: packages
	mkdir -p Fuzz/.build
	for target in query quotes formats pages index; do \
	  Fuzz/run $$target -max_total_time=$(SECONDS_EACH) -timeout=20 -rss_limit_mb=4096 -max_len=6000 \
	    -print_final_stats=1 2> Fuzz/.build/$$target.log || { tail -40 Fuzz/.build/$$target.log; exit 1; }; \
	  grep -E 'number_of_executed|peak_rss' Fuzz/.build/$$target.log | sed "s/^/$$target /"; \
	done

build: packages
	swift build -c release --product backfile

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

## What reads our tables and pages in the tests: R, LibreOffice, Chromium, and pandas, frictionless,
## networkx, selenium, schemathesis in a folder of their own. The tests pass over what is not there.
tools: PACKAGES := r-base-core libreoffice-calc python3-venv sqlite3 chromium chromium-driver
tools: packages
	[ -x .build/tools/bin/schemathesis ] && [ -x .build/tools/bin/frictionless ] \
	  || { python3 -m venv .build/tools && .build/tools/bin/pip install -q \
	  pandas frictionless networkx selenium schemathesis; }

## The Debian packages that the build needs, installed only where one is missing.
packages:
	@missing=""; for p in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "installing$$missing"; \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $$missing; \
	fi

clean:
	rm -rf .build demo
