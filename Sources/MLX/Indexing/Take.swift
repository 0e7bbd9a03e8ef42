internal import CMLX

// Taking and putting elements by arrays of positions.

/// The parts of an axis at these positions.
///
/// Source: `mlx.core.take`.
public func take(
    _ array: MLXArray, _ indices: MLXArray, axis: Int, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(array, indices) { cmlx_take($0, $1, Optional(axis).code, stream.code) }
}

/// The elements of the flattened array at these positions.
///
/// Source: `mlx.core.take`.
public func take(_ array: MLXArray, _ indices: MLXArray, stream: StreamOrDevice = .default)
    -> MLXArray
{
    binary(array, indices) { cmlx_take($0, $1, Int?.none.code, stream.code) }
}

/// The part of an axis at one position.
///
/// Source: `mlx.core.take`.
public func take(_ array: MLXArray, _ index: Int, axis: Int, stream: StreamOrDevice = .default)
    -> MLXArray
{
    unary(array) {
        cmlx_take_one($0, Int32(clamping: index), Optional(axis).code, stream.code)
    }
}

/// One element of the flattened array.
///
/// Source: `mlx.core.take`.
public func take(_ array: MLXArray, _ index: Int, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_take_one($0, Int32(clamping: index), Int?.none.code, stream.code) }
}

/// For each place of `indices` the element at that position of the axis.
///
/// Source: `mlx.core.take_along_axis`.
public func takeAlong(
    _ array: MLXArray, _ indices: MLXArray, axis: Int, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(array, indices) {
        cmlx_take_along_axis($0, $1, Int32(clamping: axis), stream.code)
    }
}

/// For each place of `indices`, which has one axis, the element at that position of the flattened array.
///
/// Source: `mlx.core.take_along_axis`.
public func takeAlong(
    _ array: MLXArray, _ indices: MLXArray, stream: StreamOrDevice = .default
) -> MLXArray {
    takeAlong(array.reshaped(-1, stream: stream), indices, axis: 0, stream: stream)
}

/// The array with `values` at the positions of the axis that `indices` name.
///
/// Source: `mlx.core.put_along_axis`.
public func putAlong(
    _ array: MLXArray, _ indices: MLXArray, values: MLXArray, axis: Int,
    stream: StreamOrDevice = .default
) -> MLXArray {
    ternary(array, indices, values) {
        cmlx_put_along_axis($0, $1, $2, Int32(clamping: axis), stream.code)
    }
}

/// The array with `values` at the positions of the flattened array that `indices` name.
///
/// Source: `mlx.core.put_along_axis`.
public func putAlong(
    _ array: MLXArray, _ indices: MLXArray, values: MLXArray, stream: StreamOrDevice = .default
) -> MLXArray {
    putAlong(
        array.reshaped(-1, stream: stream), indices, values: values, axis: 0, stream: stream
    ).reshaped(array.shape, stream: stream)
}

extension MLXArray {
    /// The parts of an axis at these positions.
    ///
    /// Source: `mlx.core.take`.
    public func take(_ indices: MLXArray, axis: Int, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        MLX.take(self, indices, axis: axis, stream: stream)
    }

    /// The elements of the flattened array at these positions.
    ///
    /// Source: `mlx.core.take`.
    public func take(_ indices: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.take(self, indices, stream: stream)
    }
}
