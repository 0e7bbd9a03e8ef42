// The headers and the library of MLX's wheel, by the flags of `mlx.pc`. The C++ shim includes what it
// needs; Swift sees nothing of it.
