internal import CMLX

// Operations and constants of Python's `mlx.core` for which mlx-swift has no public spelling. On Apple
// platforms a package that uses them brings its own.

// MARK: - Constants

/// The ratio of a circle's circumference to its diameter, to a `Double`'s precision.
///
/// Source: `mlx.core.pi`.
public let pi = Double.pi

/// Infinity.
///
/// Source: `mlx.core.inf`.
public let inf = Double.infinity

/// Not a number.
///
/// Source: `mlx.core.nan`.
public let nan = Double.nan

// MARK: - Creation

extension MLXArray {
    /// `count` numbers of `dtype` from `start` to `stop`, which is the last one only with `endpoint`.
    ///
    /// Source: `mlx.core.linspace`.
    public static func linspace(
        _ start: Double, _ stop: Double, count: Int = 50, endpoint: Bool = true, dtype: DType,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLXArray(
            cmlx_linspace(
                start, stop, Int32(clamping: count), endpoint, dtype.code, stream.code))
    }
}

// MARK: - Padding

/// The array with a number, of the array's dtype, added before and after along all axes.
///
/// Source: `mlx.core.pad`.
public func padded(
    _ array: MLXArray, width: IntOrPair, mode: PadMode = .constant, value: some HasDType,
    stream: StreamOrDevice = .default
) -> MLXArray {
    padded(
        array, width: width, mode: mode, value: value.asMLXArray(dtype: array.dtype),
        stream: stream)
}

/// The array with a number, of the array's dtype, added before and after along each axis.
///
/// Source: `mlx.core.pad`.
public func padded(
    _ array: MLXArray, widths: some Collection<IntOrPair>, mode: PadMode = .constant,
    value: some HasDType, stream: StreamOrDevice = .default
) -> MLXArray {
    padded(
        array, widths: widths, mode: mode, value: value.asMLXArray(dtype: array.dtype),
        stream: stream)
}

// MARK: - Elements

/// The angle of the point (`b`, `a`), element by element; the number takes the array's dtype.
///
/// Source: `mlx.core.arctan2`.
public func atan2(_ a: some ScalarOrArray, _ b: MLXArray, stream: StreamOrDevice = .default)
    -> MLXArray
{
    binary(CMLX_BINARY_arctan2, a, b, stream)
}

/// The angle of the point (`b`, `a`), element by element; the number takes the array's dtype.
///
/// Source: `mlx.core.arctan2`.
public func atan2(_ a: MLXArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default)
    -> MLXArray
{
    binary(CMLX_BINARY_arctan2, a, b, stream)
}

/// Each element rounded towards 0.
///
/// Source: `mlx.core.trunc`.
public func trunc(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_trunc, array, stream)
}

/// Where exactly one of the values is not 0: `bool`.
///
/// Source: `mlx.core.logical_xor`.
public func logicalXOr(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_logical_xor, a, b, stream)
}

/// An array of the shape of another, filled with values, of its dtype or another.
///
/// Source: `mlx.core.full_like`.
public func full(
    like array: MLXArray, values: some ScalarOrArray, dtype: DType? = nil,
    stream: StreamOrDevice = .default
) -> MLXArray {
    let dtype = dtype ?? array.dtype
    return full(
        array.shape, values: values.asMLXArray(dtype: dtype), dtype: dtype, stream: stream)
}

// MARK: - Reductions

/// How many elements along axes are not 0.
///
/// Source: `mlx.core.count_nonzero`.
public func countNonzero(
    _ array: MLXArray, axes: some Collection<Int>, keepDims: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_count_nonzero, array, axes, keepDims, stream)
}

/// How many elements are not 0.
///
/// Source: `mlx.core.count_nonzero`.
public func countNonzero(
    _ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_count_nonzero, array, keepDims, stream)
}

/// The smallest and the largest element along an axis.
///
/// Source: `mlx.core.minmax`.
public func minMax(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> (min: MLXArray, max: MLXArray) {
    let results = withExtendedLifetime(array) {
        withAxes(CollectionOfOne(axis)) { axes in
            list(count: 2) { cmlx_minmax(&$0, array.handle, axes, keepDims, stream.code) }
        }
    }
    return (results[0], results[1])
}

/// The differences of neighbours along an axis, `n` times.
///
/// Source: `mlx.core.diff`.
public func diff(
    _ array: MLXArray, n: Int = 1, axis: Int = -1, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) { cmlx_diff($0, Int32(clamping: n), Int32(clamping: axis), stream.code) }
}

/// The sums of products along an axis; the first array is conjugated.
///
/// Source: `mlx.core.vecdot`.
public func vecdot(
    _ a: MLXArray, _ b: MLXArray, axis: Int = -1, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(a, b) { cmlx_vecdot($0, $1, Int32(clamping: axis), stream.code) }
}

/// Where in a sorted 1-d array each value would go, before its equals, or after them if `right`.
///
/// Source: `mlx.core.searchsorted`.
public func searchSorted(
    _ sorted: MLXArray, _ values: some ScalarOrArray, right: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    binary(sorted, values.asMLXArray(dtype: sorted.dtype)) {
        cmlx_searchsorted($0, $1, right, stream.code)
    }
}

// MARK: - Shapes

/// The elements in reverse order along axes.
///
/// Source: `mlx.core.flip`.
public func flipped(
    _ array: MLXArray, axes: some Collection<Int>, stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(axes) { axes in unary(array) { cmlx_flip($0, axes, false, stream.code) } }
}

/// The elements in reverse order along an axis.
///
/// Source: `mlx.core.flip`.
public func flipped(_ array: MLXArray, axis: Int, stream: StreamOrDevice = .default) -> MLXArray {
    flipped(array, axes: CollectionOfOne(axis), stream: stream)
}

/// The elements in reverse order along all axes.
///
/// Source: `mlx.core.flip`.
public func flipped(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    flipped(array, axes: 0..<array.ndim, stream: stream)
}

/// The last two axes swapped.
///
/// Source: `mlx.core.matrix_transpose`.
public func matrixTransposed(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_matrix_transpose, array, stream)
}

/// Arrays repeated to their common shape.
///
/// Source: `mlx.core.broadcast_arrays`.
public func broadcast(
    arrays: some Collection<MLXArray>, stream: StreamOrDevice = .default
) -> [MLXArray] {
    withHandles(arrays) { arrays in
        list(count: arrays.count) { cmlx_broadcast_arrays(&$0, arrays, stream.code) }
    }
}

/// The parts along an axis, which goes.
///
/// Source: `mlx.core.unstack`.
public func unstacked(_ array: MLXArray, axis: Int = 0, stream: StreamOrDevice = .default)
    -> [MLXArray]
{
    withExtendedLifetime(array) {
        list(count: array.ndim == 0 ? 1 : array.dim(axis)) {
            cmlx_unstack(&$0, array.handle, Int32(clamping: axis), stream.code)
        }
    }
}

// MARK: - Parts known only at evaluation

/// A part of `size`, one length for each axis of the array, that starts on `axes` where `start` says.
///
/// Source: `mlx.core.slice`.
public func slice(
    _ array: MLXArray, start: MLXArray, axes: some Collection<Int>, size: some Collection<Int>,
    stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(axes) { axes in
        withInts(size) { size in
            binary(array, start) { cmlx_dynamic_slice($0, $1, axes, size, stream.code) }
        }
    }
}

/// The array with `update` in place of a part that starts on `axes` where `start` says.
///
/// Source: `mlx.core.slice_update`.
public func sliceUpdate(
    _ array: MLXArray, update: MLXArray, start: MLXArray, axes: some Collection<Int>,
    stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(axes) { axes in
        ternary(array, update, start) {
            cmlx_dynamic_slice_update($0, $1, $2, axes, stream.code)
        }
    }
}

/// The array with the elements of `source`, one after the other, where the mask is true.
///
/// Source: `mlx.core.array.__setitem__` with a mask.
public func maskedScatter(
    _ array: MLXArray, mask: MLXArray, source: MLXArray, stream: StreamOrDevice = .default
) -> MLXArray {
    ternary(array, mask, source) { cmlx_masked_scatter($0, $1, $2, stream.code) }
}

// MARK: - Dtypes

/// The dtype of a result of arrays of two dtypes.
///
/// Source: `mlx.core.result_type`.
public func promoteTypes(_ a: DType, _ b: DType) -> DType {
    DType(cmlx_promote_types(a.code, b.code))
}

extension DType {
    /// The limits of an integer type; nil for other types.
    ///
    /// Source: `mlx.core.iinfo`.
    public var iinfo: (min: Int64, max: UInt64)? {
        switch self {
        case .int8: (Int64(Int8.min), UInt64(Int8.max))
        case .int16: (Int64(Int16.min), UInt64(Int16.max))
        case .int32: (Int64(Int32.min), UInt64(Int32.max))
        case .int64: (.min, UInt64(Int64.max))
        case .uint8: (0, UInt64(UInt8.max))
        case .uint16: (0, UInt64(UInt16.max))
        case .uint32: (0, UInt64(UInt32.max))
        case .uint64: (0, .max)
        default: nil
        }
    }
}
