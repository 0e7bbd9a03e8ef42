import MLX

/// Python's `mx.array(values)` of a list of whole numbers that may be empty: int32, or float32 without elements.
public func listArray(_ values: [Int]) -> MLXArray {
    values.isEmpty ? MLXArray([] as [Float]) : MLXArray(values)
}
