#!/usr/bin/env bash
# The whole way, on one family: build, regenerate the Swift, verify it against the Python, write a
# checkpoint with the Python packages and generate text from it with llm-tool. Then vectors of real
# weights, and a model that takes pictures and sounds.
#
# `make demo` calls it after the set-up. Exit 1 if the two sides differ anywhere.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly family=llama
readonly prompt='Tell me a story.'
readonly tokens=100
readonly demo=.build/demo
readonly tool=.build/release/llm-tool
readonly port=.build/release/mlx-port

bold='' plain=''
if [ -t 1 ]; then bold=$'\e[1m' plain=$'\e[0m'; fi

heading() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }

# Shows a command and runs it.
run() {
    printf '$ %s\n' "${*@Q}" | sed "s/'\([][A-Za-z0-9_.,:=/-]*\)'/\1/g"
    "$@"
}

recorder() { PYTHONPATH=Reference .venv/bin/python3 -m recorder "$@"; }

# One value of a JSON file.
field() {
    .venv/bin/python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$@"
}

# The greedy ids of both sides for a package's checkpoint; fails if they differ.
compare_ids() {
    local package=$1 model=$demo/$1 swift python
    "$tool" --model "$model" --prompt "$prompt" --temperature 0 --max-tokens "$tokens" --json \
        --quiet >"$demo/$package.swift.json"
    recorder generate --model "$model" --package "$package" --prompt "$prompt" \
        --max-tokens "$tokens" >"$demo/$package.python.json"
    swift=$(field "$demo/$package.swift.json" tokens)
    python=$(field "$demo/$package.python.json" ids)
    printf '\nThe checkpoint of %s, %s greedy tokens:\n' "$package" "$tokens"
    printf 'llm-tool  %s\n%-8s  %s\n' "$swift" "$package" "$python"
    if [ "$swift" != "$python" ]; then
        echo 'different' >&2
        return 1
    fi
    echo 'equal'
}

heading '0. Build'
static=()
[ "$(uname)" != Linux ] || static=(--static-swift-stdlib)
run swift build -c release "${static[@]}" --product mlx-port
run swift build -c release "${static[@]}" --product llm-tool

heading '1. Regenerate the Swift of the family from its Python source'
run "$port" generate "$family"
run "$port" generate "$family" --check
echo 'what is on disk is what the source gives'

heading '2. Verify it: every module call of both sides, bit for bit'
run "$port" verify "$family"

heading '3. Write tiny checkpoints with a tokenizer, as the Python packages save them'
for package in mlx-vlm mlx-lm; do
    recorder demo --package "$package" --output "$demo/$package"
done

heading '4. Generate text, and compare its token ids with the Python'
run "$tool" --model "$demo/mlx-vlm" --prompt "$prompt" --max-tokens 40
for package in mlx-vlm mlx-lm; do compare_ids "$package"; done

heading '5. Real weights: vectors of sentences, compared with the Python, and what is near a question'
readonly embedder=.venv/all-MiniLM-L6-v2
readonly sentences=('A kitten sleeps on the rug.' 'The stock market fell sharply today.'
    'Two dogs chase each other in the park.' 'Bake the bread at 220 degrees for half an hour.')
readonly texts=("${sentences[@]/#/--text=}")
"$tool" embed --model "$embedder" "${texts[@]}" --json >"$demo/embedder.swift.json"
recorder embed --model "$embedder" "${texts[@]}" >"$demo/embedder.python.json"
.venv/bin/python3 - "$demo"/embedder.{swift,python}.json <<'END'
import json, sys
import numpy as np
swift, python = (json.load(open(path))["embeddings"] for path in sys.argv[1:])
swift = np.array([entry["embedding"] for entry in swift], dtype=np.float32)
equal = np.array_equal(swift, np.array(python, dtype=np.float32))
print(len(swift), "vectors of", swift.shape[1], "numbers:", "equal" if equal else "different")
sys.exit(not equal)
END
run "$tool" embed --model "$embedder" "${texts[@]}" --query 'Where is the cat?'

heading '6. Gemma 3n, whole: regenerate it, verify each line, and have it see and hear'
run "$port" generate gemma3n
run "$port" verify gemma3n --lines --scene image --scene audio --dtype float32 --batch 1
readonly media=$demo/gemma3n
mkdir -p "$media"
.venv/bin/python3 Tests/LLMToolTests/Python/hearing.py "$media" --heavy >"$media/python.json"
.venv/bin/python3 - "$tool" "$media/python.json" <<'END'
import json, subprocess, sys
tool, cases = sys.argv[1], json.load(open(sys.argv[2]))
for case in cases:
    files = [option for name in case["pictures"] for option in ("--image", name)]
    files += [option for name in case["sounds"] for option in ("--audio", name)]
    command = [tool, "--model", case["model"], "--prompt", case["prompt"], *files]
    print("$", *(word.replace(" ", "\\ ") for word in command))
    command += ["--temperature", "0", "--max-tokens", str(len(case["tokens"])), "--json", "--quiet"]
    result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    tokens = json.loads(result)["tokens"]
    print("llm-tool", tokens, "mlx-vlm", case["tokens"], sep="  ")
    if tokens != case["tokens"]:
        sys.exit("different")
print("equal")
END
