#!/bin/sh
# Prints the pkg-config file of the MLX wheel in a virtual environment, for packages that depend on
# this one: sh Reference/mlx-pc.sh VENV > FOLDER/mlx.pc, and PKG_CONFIG_PATH=FOLDER.
set -eu
prefix=$("${1:?usage: mlx-pc.sh VENV}"/bin/python3 -c \
    'import importlib.util; print(list(importlib.util.find_spec("mlx").submodule_search_locations)[0])')
version=$("$1"/bin/python3 -c 'import importlib.metadata as m; print(m.version("mlx"))')
cat <<PC
prefix=$prefix
Name: mlx
Description: The array engine
Version: $version
Cflags: -I\${prefix}/include
Libs: -L\${prefix}/lib -lmlx
PC
