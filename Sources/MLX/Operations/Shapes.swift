internal import CMLX

// Shapes: reshaping and moving axes.

/// The elements in another shape; one length may be -1.
///
/// Source: `mlx.core.reshape`.
public func reshaped(
    _ array: MLXArray, _ newShape: some Collection<Int>, stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(newShape) { shape in unary(array) { cmlx_reshape($0, shape, stream.code) } }
}

/// The elements in another shape; one length may be -1.
///
/// Source: `mlx.core.reshape`.
public func reshaped(_ array: MLXArray, _ newShape: Int..., stream: StreamOrDevice = .default)
    -> MLXArray
{
    reshaped(array, newShape, stream: stream)
}

/// The axes in another order.
///
/// Source: `mlx.core.transpose`.
public func transposed(
    _ array: MLXArray, axes: some Collection<Int>, stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(axes) { axes in unary(array) { cmlx_transpose_axes($0, axes, stream.code) } }
}

/// The axes in another order.
///
/// Source: `mlx.core.transpose`.
public func transposed(_ array: MLXArray, _ axes: Int..., stream: StreamOrDevice = .default)
    -> MLXArray
{
    transposed(array, axes: axes, stream: stream)
}

/// The axis of a 1-d array in its order.
///
/// Source: `mlx.core.transpose`.
public func transposed(_ array: MLXArray, axis: Int, stream: StreamOrDevice = .default) -> MLXArray
{
    MLX.transposed(array, axes: CollectionOfOne(axis), stream: stream)
}

/// The axes in reverse order.
///
/// Source: `mlx.core.transpose`.
public func transposed(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_transpose, array, stream)
}

/// The axes in reverse order.
///
/// Source: `mlx.core.transpose`.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func T(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_transpose, array, stream)
}

/// Two axes swapped.
///
/// Source: `mlx.core.swapaxes`.
public func swappedAxes(
    _ array: MLXArray, _ axis1: Int, _ axis2: Int, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) { cmlx_swapaxes($0, Int32(clamping: axis1), Int32(clamping: axis2), stream.code) }
}

/// One axis moved to another place.
///
/// Source: `mlx.core.moveaxis`.
public func movedAxis(
    _ array: MLXArray, source: Int, destination: Int, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) {
        cmlx_moveaxis($0, Int32(clamping: source), Int32(clamping: destination), stream.code)
    }
}

/// New axes of length 1 at these places of the result.
///
/// Source: `mlx.core.expand_dims`.
public func expandedDimensions(
    _ array: MLXArray, axes: some Collection<Int>, stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(axes) { axes in unary(array) { cmlx_expand_dims($0, axes, stream.code) } }
}

/// A new axis of length 1 at this place of the result.
///
/// Source: `mlx.core.expand_dims`.
public func expandedDimensions(_ array: MLXArray, axis: Int, stream: StreamOrDevice = .default)
    -> MLXArray
{
    MLX.expandedDimensions(array, axes: CollectionOfOne(axis), stream: stream)
}

/// Without these axes of length 1.
///
/// Source: `mlx.core.squeeze`.
public func squeezed(
    _ array: MLXArray, axes: some Collection<Int>, stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(axes) { axes in unary(array) { cmlx_squeeze_axes($0, axes, stream.code) } }
}

/// Without this axis of length 1.
///
/// Source: `mlx.core.squeeze`.
public func squeezed(_ array: MLXArray, axis: Int, stream: StreamOrDevice = .default) -> MLXArray {
    MLX.squeezed(array, axes: CollectionOfOne(axis), stream: stream)
}

/// Without the axes of length 1.
///
/// Source: `mlx.core.squeeze`.
public func squeezed(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_squeeze, array, stream)
}

/// The axes from `start` to `end` as one.
///
/// Source: `mlx.core.flatten`.
public func flattened(
    _ array: MLXArray, start: Int = 0, end: Int = -1, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) {
        cmlx_flatten_range($0, Int32(clamping: start), Int32(clamping: end), stream.code)
    }
}

/// The axes from `startAxis` to `endAxis` as one.
///
/// Source: `mlx.core.flatten`.
public func flatten(
    _ a: MLXArray, startAxis: Int, endAxis: Int = -1, stream: StreamOrDevice = .default
) -> MLXArray {
    flattened(a, start: startAxis, end: endAxis, stream: stream)
}

/// One axis as several of these lengths, one of which may be -1.
///
/// Source: `mlx.core.unflatten`.
public func unflatten(
    _ a: MLXArray, axis: Int, shape: some Collection<Int>, stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(shape) { shape in
        unary(a) { cmlx_unflatten($0, Int32(clamping: axis), shape, stream.code) }
    }
}

/// The array repeated along axes of length 1, and along new ones in front, to this shape.
///
/// Source: `mlx.core.broadcast_to`.
public func broadcast(
    _ array: MLXArray, to shape: some Collection<Int>, stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(shape) { shape in unary(array) { cmlx_broadcast_to($0, shape, stream.code) } }
}

/// The array with its elements in a row in memory; in columns too if `allowColMajor`.
///
/// Source: `mlx.core.contiguous`.
public func contiguous(
    _ a: MLXArray, allowColMajor: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(a) { cmlx_contiguous($0, allowColMajor, stream.code) }
}

/// The array's memory seen with another shape and other strides, in elements.
///
/// Source: `mlx.core.as_strided`.
public func asStrided(
    _ array: MLXArray, _ shape: (some Collection<Int>)? = [Int]?.none,
    strides: (some Collection<Int>)? = [Int]?.none, offset: Int = 0,
    stream: StreamOrDevice = .default
) -> MLXArray {
    let shape = shape.map { Array($0) } ?? array.shape
    var inOrder = 1
    let rowStrides = shape.reversed().map { length in
        defer { inOrder *= length }
        return inOrder
    }
    let strides = strides.map { Array($0) } ?? rowStrides.reversed()
    guard strides.count == shape.count, offset >= 0 else {
        return .failed("as_strided", "shape \(shape) and strides \(strides) do not go together")
    }
    return withInts(shape) { shape in
        unary(array) {
            cmlx_as_strided($0, shape, strides.map(Int64.init), offset, stream.code)
        }
    }
}

/// At least one dimension.
///
/// Source: `mlx.core.atleast_1d`.
public func atLeast1D(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_atleast_1d, array, stream)
}

/// At least two dimensions.
///
/// Source: `mlx.core.atleast_2d`.
public func atLeast2D(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_atleast_2d, array, stream)
}

/// At least three dimensions.
///
/// Source: `mlx.core.atleast_3d`.
public func atLeast3D(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_atleast_3d, array, stream)
}

/// The bytes of the elements seen as another dtype.
///
/// Source: `mlx.core.view`.
public func view(_ array: MLXArray, dtype: DType, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_view($0, dtype.code, stream.code) }
}
