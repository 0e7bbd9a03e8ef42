import MLX

/// Python's `sum(arrays)`: from the left, beginning with 0.
///
/// - Parameter arrays: of shapes that broadcast
/// - Returns: an array of the shape and element type that `0 + a + b + …` has; 0 for no arrays
public func pythonSum(_ arrays: some Sequence<MLXArray>) -> MLXArray {
    arrays.reduce(nil as MLXArray?) { total, array in total.map { $0 + array } ?? 0 + array }
        ?? MLXArray(0)
}
