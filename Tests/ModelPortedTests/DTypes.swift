import MLX

/// The dtype of this name in a fixture.
func dtype(_ name: String) -> DType { name == "bfloat16" ? .bfloat16 : .float32 }
