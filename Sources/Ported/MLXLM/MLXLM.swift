/// What mlx-lm's shared modules compute otherwise than mlx-vlm's of the same name, or alone have.
public enum MLXLM {}
