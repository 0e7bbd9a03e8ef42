#!/usr/bin/env bash
# A package elsewhere that takes this one by URL and version: builds it, loads a checkpoint with it and
# compares the text that it streams with mlx-lm's.
#
#     Reference/package-test.sh            compiles one family, which it takes into its own sources
#     Reference/package-test.sh --all      compiles all families of mlx-lm, as the library has them
#
# `make package-test` calls it after the set-up. Exit 1 if the build fails or the texts differ.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly here=$PWD version=0.1.0
work=$PWD/.build/package-test
readonly work
mkdir -p "$work"

# The package as it is now, under a version.
rm -rf "$work/mlx-port"
git clone --quiet --no-hardlinks . "$work/mlx-port"
git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
    tar --null --files-from=- -cf - | tar -C "$work/mlx-port" -xf -
git -C "$work/mlx-port" add --all
git -C "$work/mlx-port" -c user.name=test -c user.email=test@localhost \
    commit --quiet --allow-empty -m 'The state under test'
git -C "$work/mlx-port" tag --force "$version" >/dev/null

# The package that uses it.
rm -rf "$work/consumer/Sources" "$work/consumer/Package.resolved"
mkdir -p "$work/consumer"
cp -r Reference/consumer/. "$work/consumer"
sed -i "s|\"URL\"|\"file://$work/mlx-port\"|" "$work/consumer/Package.swift"
if [ "${1-}" != --all ]; then
    # What `mlx-port generate llama --package mlx-lm --output FOLDER` writes, and a registry of it.
    generated=Sources/Models/Generated/mlx-lm
    models=$work/consumer/Sources/LlamaModels
    mkdir -p "$models"
    cp "$generated"/Llama/*.swift "$models"
    cat >"$models/Registry.swift" <<SWIFT
import ModelRuntime

public enum MLXLMRegistry {
    public static let types = [
$(grep 'ModelType("llama",' "$generated/Registry.swift")
    ]
}
SWIFT
    sed -i 's/^import MLXLMModels/import LlamaModels/' "$work/consumer/Sources/stream-text/main.swift"
    cp Reference/consumer/Package@one-family.swift.in "$work/consumer/Package.swift"
    sed -i "s|\"URL\"|\"file://$work/mlx-port\"|" "$work/consumer/Package.swift"
fi
rm -f "$work/consumer/Package@one-family.swift.in"

# MLX by pkg-config, as any C library: the wheel has its headers and its library in one folder.
sh Reference/mlx-pc.sh .venv >"$work/mlx.pc"
export PKG_CONFIG_PATH=$work${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
# The repository of before may be in SwiftPM's caches: the folder is the same, the contents are not.
swift package --package-path "$work/consumer" reset
swift build --package-path "$work/consumer" --disable-dependency-cache

# A checkpoint, and both sides' text.
checkpoint=$work/checkpoint
PYTHONPATH=Reference .venv/bin/python3 -m recorder demo --package mlx-lm --output "$checkpoint" \
    --vocabulary 416 >/dev/null
LD_LIBRARY_PATH=$here/.venv/mlx/lib MLX_PORT_VENV=$here/.venv \
    "$work/consumer/.build/debug/stream-text" "$checkpoint" >"$work/swift.txt"
.venv/bin/python3 - "$checkpoint" >"$work/python.txt" <<'PYTHON'
import sys
from mlx_lm import generate, load

model, tokenizer = load(sys.argv[1])
messages = [{"role": "user", "content": "Tell me a story."}]
prompt = tokenizer.apply_chat_template(messages, add_generation_prompt=True)
print(generate(model, tokenizer, prompt, max_tokens=40))
PYTHON
diff "$work/python.txt" "$work/swift.txt"
lines=$(grep -c . Reference/consumer/Sources/stream-text/main.swift)
printf 'package-test: %s lines of code stream the text that mlx-lm generates\n' "$lines"
