internal import CMLX

// Reductions. `keepDims` leaves the reduced axes with length 1.

/// Whether all elements are not 0: `bool` along several axes.
///
/// Source: `mlx.core.all`.
public func all(
    _ array: MLXArray, axes: some Collection<Int>, keepDims: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_all, array, axes, keepDims, stream)
}

/// Whether all elements are not 0: `bool` along an axis.
///
/// Source: `mlx.core.all`.
public func all(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_all, array, CollectionOfOne(axis), keepDims, stream)
}

/// Whether all elements are not 0: `bool` of the whole array.
///
/// Source: `mlx.core.all`.
public func all(_ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    reduced(CMLX_REDUCE_all, array, keepDims, stream)
}

/// Whether an element is not 0: `bool` along several axes.
///
/// Source: `mlx.core.any`.
public func any(
    _ array: MLXArray, axes: some Collection<Int>, keepDims: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_any, array, axes, keepDims, stream)
}

/// Whether an element is not 0: `bool` along an axis.
///
/// Source: `mlx.core.any`.
public func any(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_any, array, CollectionOfOne(axis), keepDims, stream)
}

/// Whether an element is not 0: `bool` of the whole array.
///
/// Source: `mlx.core.any`.
public func any(_ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    reduced(CMLX_REDUCE_any, array, keepDims, stream)
}

/// The logarithm of the sum of the exponentials along several axes.
///
/// Source: `mlx.core.logsumexp`.
public func logSumExp(
    _ array: MLXArray, axes: some Collection<Int>, keepDims: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_logsumexp, array, axes, keepDims, stream)
}

/// The logarithm of the sum of the exponentials along an axis.
///
/// Source: `mlx.core.logsumexp`.
public func logSumExp(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_logsumexp, array, CollectionOfOne(axis), keepDims, stream)
}

/// The logarithm of the sum of the exponentials of the whole array.
///
/// Source: `mlx.core.logsumexp`.
public func logSumExp(_ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    reduced(CMLX_REDUCE_logsumexp, array, keepDims, stream)
}

/// The largest element along several axes.
///
/// Source: `mlx.core.max`.
public func max(
    _ array: MLXArray, axes: some Collection<Int>, keepDims: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_max, array, axes, keepDims, stream)
}

/// The largest element along an axis.
///
/// Source: `mlx.core.max`.
public func max(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_max, array, CollectionOfOne(axis), keepDims, stream)
}

/// The largest element of the whole array.
///
/// Source: `mlx.core.max`.
public func max(_ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    reduced(CMLX_REDUCE_max, array, keepDims, stream)
}

/// The mean of the elements along several axes.
///
/// Source: `mlx.core.mean`.
public func mean(
    _ array: MLXArray, axes: some Collection<Int>, keepDims: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_mean, array, axes, keepDims, stream)
}

/// The mean of the elements along an axis.
///
/// Source: `mlx.core.mean`.
public func mean(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_mean, array, CollectionOfOne(axis), keepDims, stream)
}

/// The mean of the elements of the whole array.
///
/// Source: `mlx.core.mean`.
public func mean(_ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    reduced(CMLX_REDUCE_mean, array, keepDims, stream)
}

/// The smallest element along several axes.
///
/// Source: `mlx.core.min`.
public func min(
    _ array: MLXArray, axes: some Collection<Int>, keepDims: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_min, array, axes, keepDims, stream)
}

/// The smallest element along an axis.
///
/// Source: `mlx.core.min`.
public func min(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_min, array, CollectionOfOne(axis), keepDims, stream)
}

/// The smallest element of the whole array.
///
/// Source: `mlx.core.min`.
public func min(_ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    reduced(CMLX_REDUCE_min, array, keepDims, stream)
}

/// The product of the elements along several axes.
///
/// Source: `mlx.core.prod`.
public func product(
    _ array: MLXArray, axes: some Collection<Int>, keepDims: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_prod, array, axes, keepDims, stream)
}

/// The product of the elements along an axis.
///
/// Source: `mlx.core.prod`.
public func product(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_prod, array, CollectionOfOne(axis), keepDims, stream)
}

/// The product of the elements of the whole array.
///
/// Source: `mlx.core.prod`.
public func product(_ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    reduced(CMLX_REDUCE_prod, array, keepDims, stream)
}

/// The sum of the elements along several axes.
///
/// Source: `mlx.core.sum`.
public func sum(
    _ array: MLXArray, axes: some Collection<Int>, keepDims: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_sum, array, axes, keepDims, stream)
}

/// The sum of the elements along an axis.
///
/// Source: `mlx.core.sum`.
public func sum(
    _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_sum, array, CollectionOfOne(axis), keepDims, stream)
}

/// The sum of the elements of the whole array.
///
/// Source: `mlx.core.sum`.
public func sum(_ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    reduced(CMLX_REDUCE_sum, array, keepDims, stream)
}

/// The median along several axes.
///
/// Source: `mlx.core.median`.
public func median(
    _ a: MLXArray, axes: [Int], keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_median, a, axes, keepDims, stream)
}

/// The median along an axis.
///
/// Source: `mlx.core.median`.
public func median(
    _ a: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    reduced(CMLX_REDUCE_median, a, CollectionOfOne(axis), keepDims, stream)
}

/// The median of the whole array.
///
/// Source: `mlx.core.median`.
public func median(_ a: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default)
    -> MLXArray
{
    reduced(CMLX_REDUCE_median, a, keepDims, stream)
}

// MARK: - Calls

/// A reduction of the table along axes.
func reduced(
    _ operation: cmlx_reduction, _ array: MLXArray, _ axes: some Collection<Int>,
    _ keepDims: Bool, _ stream: StreamOrDevice
) -> MLXArray {
    withAxes(axes) { axes in
        unary(array) { cmlx_reduce(operation, $0, axes, keepDims, stream.code) }
    }
}

/// A reduction of the table over the whole array.
func reduced(
    _ operation: cmlx_reduction, _ array: MLXArray, _ keepDims: Bool, _ stream: StreamOrDevice
) -> MLXArray {
    unary(array) { cmlx_reduce(operation, $0, .every, keepDims, stream.code) }
}

/// Calls `body` with axes as the engine's.
@inline(__always)
func withAxes<R>(_ axes: some Collection<Int>, _ body: (cmlx_axes) -> R) -> R {
    withInts(axes) { body(cmlx_axes(axes: $0, all: false)) }
}

extension cmlx_axes {
    /// All axes.
    static var every: cmlx_axes {
        cmlx_axes(axes: cmlx_ints(values: nil, count: 0), all: true)
    }
}
