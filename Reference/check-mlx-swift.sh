#!/bin/bash
# Type-checks what is to build on Apple platforms against the public API of mlx-swift 0.31 or later:
# the ported infrastructure, the shared components, the runtime and the generated models.
#
#     Reference/check-mlx-swift.sh DIR
#
# DIR is a checkout of mlx-swift; its submodules are not needed. mlx-swift's own bodies are not compiled,
# and nothing is linked, so that neither Metal nor a Mac is. Modules that do not depend on MLX come from
# this package's debug build, which has to exist.
set -euo pipefail

mlx_swift=$(realpath "${1:?usage: check-mlx-swift.sh DIR-OF-MLX-SWIFT}")
cd "$(dirname "$0")/.."
build=.build/debug
[ -e "$build/Modules/FileFormats.swiftmodule" ] || swift build
work=.build/mlx-swift-check
rm -rf "$work"
mkdir -p "$work/modules" "$work/include"

# The C interface: mlx-swift keeps a copy of mlx-c's headers for its framework.
ln -s "$mlx_swift/Source/Cmlx/include-framework" "$work/include/Cmlx"
cat > "$work/include/module.modulemap" <<'MAP'
module Cmlx {
    header "Cmlx/mlx-c-mlx.h"
    header "Cmlx/mlx-c-transforms_impl.h"
    header "Cmlx/mlx-c-linalg.h"
    header "Cmlx/mlx-c-fast.h"
    export *
}
MAP

# Modules without MLX, by name: the same folder holds this package's MLX as well.
for module in RealModule ComplexModule Numerics InternalCollectionsUtilities OrderedCollections \
    FileFormats TraceDiff EmbeddedPython; do
    ln -s "$PWD/$build/Modules/$module.swiftmodule" "$work/modules/"
done
maps=(
    -Xcc "-fmodule-map-file=$PWD/.build/checkouts/swift-numerics/Sources/_NumericsShims/include/module.modulemap"
    -Xcc "-fmodule-map-file=$PWD/Sources/CZlib/module.modulemap"
    -Xcc "-fmodule-map-file=$PWD/.build/debug/CDigests.build/module.modulemap"
    -Xcc "-fmodule-map-file=$PWD/.build/debug/CPython.build/module.modulemap"
)
read -r -a python <<< "$(pkg-config --cflags python3 | sed 's/-I/-Xcc -I/g')"
common=(-parse-as-library -I "$work/modules" -I "$work/include" "${maps[@]}" "${python[@]}"
    -module-cache-path "$work/cache" -suppress-warnings)

# An interface of mlx-swift: its declarations, without the bodies.
interface() {
    local module=$1 folder=$2
    # What needs Metal is not there on every machine, and nothing here uses it.
    find "$mlx_swift/Source/$folder" -name '*.swift' ! -name '*+Metal.swift' > "$work/$module.files"
    swiftc -emit-module -module-name "$module" -o "$work/modules/$module.swiftmodule" \
        -swift-version 5 -package-name mlx-swift "${common[@]}" \
        -Xfrontend -experimental-skip-non-inlinable-function-bodies "@$work/$module.files"
}

# Code of ours: all of it is checked.
check() {
    local module=$1 folder=$2
    find "$folder" -name '*.swift' ! -path "$folder/mlx-lm/*" > "$work/$module.files"
    echo "$folder ($(wc -l < "$work/$module.files") files)" >&2
    swiftc -emit-module -module-name "$module" -o "$work/modules/$module.swiftmodule" \
        -swift-version 6 -package-name mlx-port -D MLX_SWIFT "${common[@]}" "@$work/$module.files"
    swiftc -typecheck -module-name "$module" \
        -swift-version 6 -package-name mlx-port -D MLX_SWIFT "${common[@]}" "@$work/$module.files"
}

interface MLX MLX
interface MLXNN MLXNN
version=$(git -C "$mlx_swift" describe --tags 2> /dev/null || sed -n \
    's/.*"MLX_VERSION", to: "\\"\(.*\)\\"".*/MLX \1/p' "$mlx_swift/Package.swift" | head -n 1)
echo "mlx-swift: ${version:-unknown}" >&2

check ModelPorted Sources/Ported
check ModelShared Sources/Shared
check ModelRuntime Sources/Runtime
check MLXVLMModels Sources/Models/Generated
check MLXLMModels Sources/Models/Generated/mlx-lm
echo "all of it fits mlx-swift's public API" >&2
