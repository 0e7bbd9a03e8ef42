internal import CMLX

extension MLXArray {
    /// Updates of parts that count every index, also where the same one comes twice:
    /// `x.at[indices].add(values)`.
    ///
    /// Source: `mlx.core.array.at`.
    public var at: ArrayAt { ArrayAt(array: self) }
}

/// An array whose parts are about to be updated.
public struct ArrayAt {
    let array: MLXArray

    /// The part that the indices select.
    public subscript(
        indices: any MLXArrayIndex..., stream stream: StreamOrDevice = .default
    ) -> ArrayAtIndices {
        ArrayAtIndices(array: array, indices: indices, stream: stream)
    }

    /// The part that the indices select.
    public subscript(
        indices: some Sequence<any MLXArrayIndex>, stream stream: StreamOrDevice = .default
    ) -> ArrayAtIndices {
        ArrayAtIndices(array: array, indices: Array(indices), stream: stream)
    }
}

/// A part of an array that is about to be updated. The updates give new arrays.
public struct ArrayAtIndices {
    let array: MLXArray
    let indices: [any MLXArrayIndex]
    let stream: StreamOrDevice

    /// The array with values added.
    public func add(_ values: some ScalarOrArray) -> MLXArray {
        updated(values, CMLX_UPDATE_ADD)
    }

    /// The array with values subtracted.
    public func subtract(_ values: some ScalarOrArray) -> MLXArray {
        updated(values, CMLX_UPDATE_SUBTRACT)
    }

    /// The array multiplied by values.
    public func multiply(_ values: some ScalarOrArray) -> MLXArray {
        updated(values, CMLX_UPDATE_MULTIPLY)
    }

    /// The array divided by values.
    public func divide(_ values: some ScalarOrArray) -> MLXArray {
        updated(values, CMLX_UPDATE_DIVIDE)
    }

    /// The array, none of its elements greater than the values.
    public func minimum(_ values: some ScalarOrArray) -> MLXArray {
        updated(values, CMLX_UPDATE_MINIMUM)
    }

    /// The array, none of its elements less than the values.
    public func maximum(_ values: some ScalarOrArray) -> MLXArray {
        updated(values, CMLX_UPDATE_MAXIMUM)
    }

    private func updated(_ values: some ScalarOrArray, _ update: cmlx_update) -> MLXArray {
        withOperations(indices) {
            array.updated($0, operand(values, beside: array.dtype), update, stream)
        }
    }
}
