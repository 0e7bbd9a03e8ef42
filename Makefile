# What there is to do; `make setup` comes before everything and takes no time once it is done.

SOURCES := Package.swift Sources Generator Tests
RELEASE := .build/release
# With Swift's own libraries inside, of which a program then holds what it uses.
BUILD := swift build -c release $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)

.PHONY: setup build demo test package-test sweep mutate bench format lint

## Installs what is missing: system packages, the virtual environment, pinned Python packages.
setup:
	@sh Reference/setup.sh

## Builds mlx-port, llm-tool and what `make bench` runs, optimised, into .build/release.
build: setup
	$(BUILD) --product mlx-port
	$(BUILD) --product llm-tool
	$(BUILD) --product mlx-benchmarks

## The whole way: build, regenerate a model, verify it against the Python, generate text.
demo: setup
	@bash Reference/demo.sh

## Checks the format, builds everything, checks that the generated files are what the sources give
## and, for a batch of two, equal to the Python, and runs all tests. `mlx-port verify --all` takes the
## batch of one as well. Recorded traces have to be of this package, and equal to what the tool gives
## without Python.
test: setup lint
	@bash Reference/build-tests.sh
	.build/debug/mlx-port generate --all --check
	.build/debug/mlx-port verify --all --batch 2
	.build/debug/mlx-port record --all --outdated
	.build/debug/mlx-port verify --all --recorded --tool .build/debug/llm-tool
	.build/debug/mlx-port checkpoints llama nemotron_labs_diffusion qwen3_next --package mlx-vlm --tool .build/debug/llm-tool --check
	.build/debug/mlx-port checkpoints mixtral mamba2 gpt_oss --package mlx-lm --tool .build/debug/llm-tool --check
	.build/debug/mlx-port verify --lines llama gemma3n_text qwen3_next gpt_oss --dtype float32 --batch 2 --check-lines
	@bash Reference/run-tests.sh

## A package elsewhere that depends on this one: builds it, streams text, compares it with mlx-lm's.
package-test: setup
	@bash Reference/package-test.sh

## Every family of both packages: parse, generate, compile, run, compare; writes COVERAGE.md.
sweep: build
	$(RELEASE)/mlx-port sweep

## Injects faults into the Swift of some families and tells whether the comparison finds their lines;
## writes MUTATION.md.
mutate: build
	$(RELEASE)/mlx-port mutate llama gemma3n_text qwen3_moe gpt_oss qwen3_next mamba2

## Measures what Benchmarks/ describes.
bench: build
	@bash Benchmarks/run.sh

## Rewrites the Swift files in the project's format.
format:
	swift format --in-place --parallel --recursive $(SOURCES)

## Fails if a Swift file is not in the project's format.
lint:
	swift format lint --strict --parallel --recursive $(SOURCES)
