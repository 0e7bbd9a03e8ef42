internal import CMLX

// Sorting and selection. Without an axis over the flattened array (Python: the last axis).

/// The elements in rising order, along an axis.
///
/// Source: `mlx.core.sort`.
public func sorted(_ array: MLXArray, axis: Int, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_sort($0, Optional(axis).code, stream.code) }
}

/// The elements in rising order, of the flattened array.
///
/// Source: `mlx.core.sort`.
public func sorted(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_sort($0, Int?.none.code, stream.code) }
}

/// The positions that sort the elements: `uint32`, along an axis.
///
/// Source: `mlx.core.argsort`.
public func argSort(_ array: MLXArray, axis: Int, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_argsort($0, Optional(axis).code, stream.code) }
}

/// The positions that sort the elements: `uint32`, of the flattened array.
///
/// Source: `mlx.core.argsort`.
public func argSort(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_argsort($0, Int?.none.code, stream.code) }
}

/// The elements with the one at `kth` where sorting would put it, smaller ones before, along an axis.
///
/// Source: `mlx.core.partition`.
public func partitioned(
    _ array: MLXArray, kth: Int, axis: Int, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) {
        cmlx_partition($0, Int32(clamping: kth), Optional(axis).code, stream.code)
    }
}

/// The elements with the one at `kth` where sorting would put it, smaller ones before, of the flattened array.
///
/// Source: `mlx.core.partition`.
public func partitioned(_ array: MLXArray, kth: Int, stream: StreamOrDevice = .default) -> MLXArray
{
    unary(array) { cmlx_partition($0, Int32(clamping: kth), Int?.none.code, stream.code) }
}

/// The positions that partition the elements at `kth`: `uint32`, along an axis.
///
/// Source: `mlx.core.argpartition`.
public func argPartition(
    _ array: MLXArray, kth: Int, axis: Int, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) {
        cmlx_argpartition($0, Int32(clamping: kth), Optional(axis).code, stream.code)
    }
}

/// The positions that partition the elements at `kth`: `uint32`, of the flattened array.
///
/// Source: `mlx.core.argpartition`.
public func argPartition(_ array: MLXArray, kth: Int, stream: StreamOrDevice = .default) -> MLXArray
{
    unary(array) { cmlx_argpartition($0, Int32(clamping: kth), Int?.none.code, stream.code) }
}

/// The `k` largest elements along an axis, in no order.
///
/// Source: `mlx.core.topk`.
public func top(_ array: MLXArray, k: Int, axis: Int = -1, stream: StreamOrDevice = .default)
    -> MLXArray
{
    unary(array) { cmlx_topk($0, Int32(clamping: k), Optional(axis).code, stream.code) }
}

/// The `k` largest elements of the flattened array, in no order.
///
/// Source: `mlx.core.topk`.
public func top(_ array: MLXArray, k: Int, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_topk($0, Int32(clamping: k), Int?.none.code, stream.code) }
}
