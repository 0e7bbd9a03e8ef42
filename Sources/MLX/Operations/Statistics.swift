internal import CMLX

// Reductions with more parameters: spread, positions of extremes, softmax.

/// The variance of the elements, dividing by their number less `ddof`, along several axes.
///
/// Source: `mlx.core.var`.
public func variance(
    _ array: MLXArray, axes: some Collection<Int>, keepDims: Bool = false, ddof: Int = 0,
    stream: StreamOrDevice = .default
) -> MLXArray {
    withAxes(axes) { axes in
        unary(array) { cmlx_var($0, axes, keepDims, Int32(clamping: ddof), stream.code) }
    }
}

/// The variance of the elements, dividing by their number less `ddof`, along an axis.
///
/// Source: `mlx.core.var`.
public func variance(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, ddof: Int = 0,
    stream: StreamOrDevice = .default
) -> MLXArray {
    variance(array, axes: CollectionOfOne(axis), keepDims: keepDims, ddof: ddof, stream: stream)
}

/// The variance of the elements, dividing by their number less `ddof`, of the whole array.
///
/// Source: `mlx.core.var`.
public func variance(
    _ array: MLXArray, keepDims: Bool = false, ddof: Int = 0, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) { cmlx_var($0, .every, keepDims, Int32(clamping: ddof), stream.code) }
}

/// The standard deviation of the elements, dividing by their number less `ddof`, along several axes.
///
/// Source: `mlx.core.std`.
public func std(
    _ array: MLXArray, axes: some Collection<Int>, keepDims: Bool = false, ddof: Int = 0,
    stream: StreamOrDevice = .default
) -> MLXArray {
    withAxes(axes) { axes in
        unary(array) { cmlx_std($0, axes, keepDims, Int32(clamping: ddof), stream.code) }
    }
}

/// The standard deviation of the elements, dividing by their number less `ddof`, along an axis.
///
/// Source: `mlx.core.std`.
public func std(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, ddof: Int = 0,
    stream: StreamOrDevice = .default
) -> MLXArray {
    std(array, axes: CollectionOfOne(axis), keepDims: keepDims, ddof: ddof, stream: stream)
}

/// The standard deviation of the elements, dividing by their number less `ddof`, of the whole array.
///
/// Source: `mlx.core.std`.
public func std(
    _ array: MLXArray, keepDims: Bool = false, ddof: Int = 0, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) { cmlx_std($0, .every, keepDims, Int32(clamping: ddof), stream.code) }
}

/// The position of the largest element: `uint32`, along an axis.
///
/// Source: `mlx.core.argmax`.
public func argMax(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) { cmlx_argmax($0, Optional(axis).code, keepDims, stream.code) }
}

/// The position of the largest element: `uint32`, in the flattened array.
///
/// Source: `mlx.core.argmax`.
public func argMax(_ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    unary(array) { cmlx_argmax($0, Int?.none.code, keepDims, stream.code) }
}

/// The position of the smallest element: `uint32`, along an axis.
///
/// Source: `mlx.core.argmin`.
public func argMin(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) { cmlx_argmin($0, Optional(axis).code, keepDims, stream.code) }
}

/// The position of the smallest element: `uint32`, in the flattened array.
///
/// Source: `mlx.core.argmin`.
public func argMin(_ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    unary(array) { cmlx_argmin($0, Int?.none.code, keepDims, stream.code) }
}

/// The exponentials over their sum, along several axes. `precise` accumulates in `float32`.
///
/// Source: `mlx.core.softmax`.
public func softmax(
    _ array: MLXArray, axes: some Collection<Int>, precise: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    withAxes(axes) { axes in unary(array) { cmlx_softmax($0, axes, precise, stream.code) } }
}

/// The exponentials over their sum, along an axis. `precise` accumulates in `float32`.
///
/// Source: `mlx.core.softmax`.
public func softmax(
    _ array: MLXArray, axis: Int, precise: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    softmax(array, axes: CollectionOfOne(axis), precise: precise, stream: stream)
}

/// The exponentials over their sum, over the whole array. `precise` accumulates in `float32`.
///
/// Source: `mlx.core.softmax`.
public func softmax(_ array: MLXArray, precise: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    unary(array) { cmlx_softmax($0, .every, precise, stream.code) }
}

/// The exponentials over their sum, along several axes. `precise` accumulates in `float32`.
///
/// Source: `mlx.core.softmax`.
public func softMax(
    _ array: MLXArray, axes: some Collection<Int>, precise: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    withAxes(axes) { axes in unary(array) { cmlx_softmax($0, axes, precise, stream.code) } }
}

/// The exponentials over their sum, along an axis. `precise` accumulates in `float32`.
///
/// Source: `mlx.core.softmax`.
public func softMax(
    _ array: MLXArray, axis: Int, precise: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    softMax(array, axes: CollectionOfOne(axis), precise: precise, stream: stream)
}

/// The exponentials over their sum, over the whole array. `precise` accumulates in `float32`.
///
/// Source: `mlx.core.softmax`.
public func softMax(_ array: MLXArray, precise: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    unary(array) { cmlx_softmax($0, .every, precise, stream.code) }
}

extension MLXArray {
    /// The variance of the elements, dividing by their number less `ddof`, along several axes.
    ///
    /// Source: `mlx.core.var`.
    public func variance(
        axes: some Collection<Int>, keepDims: Bool = false, ddof: Int = 0,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.variance(self, axes: axes, keepDims: keepDims, ddof: ddof, stream: stream)
    }

    /// The variance of the elements, dividing by their number less `ddof`, along an axis.
    ///
    /// Source: `mlx.core.var`.
    public func variance(
        axis: Int, keepDims: Bool = false, ddof: Int = 0, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.variance(self, axis: axis, keepDims: keepDims, ddof: ddof, stream: stream)
    }

    /// The variance of the elements, dividing by their number less `ddof`, of the whole array.
    ///
    /// Source: `mlx.core.var`.
    public func variance(keepDims: Bool = false, ddof: Int = 0, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        MLX.variance(self, keepDims: keepDims, ddof: ddof, stream: stream)
    }

    /// The position of the largest element: `uint32`, along an axis.
    ///
    /// Source: `mlx.core.argmax`.
    public func argMax(axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        MLX.argMax(self, axis: axis, keepDims: keepDims, stream: stream)
    }

    /// The position of the largest element: `uint32`, in the flattened array.
    ///
    /// Source: `mlx.core.argmax`.
    public func argMax(keepDims: Bool = false, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.argMax(self, keepDims: keepDims, stream: stream)
    }

    /// The position of the smallest element: `uint32`, along an axis.
    ///
    /// Source: `mlx.core.argmin`.
    public func argMin(axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        MLX.argMin(self, axis: axis, keepDims: keepDims, stream: stream)
    }

    /// The position of the smallest element: `uint32`, in the flattened array.
    ///
    /// Source: `mlx.core.argmin`.
    public func argMin(keepDims: Bool = false, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.argMin(self, keepDims: keepDims, stream: stream)
    }
}
