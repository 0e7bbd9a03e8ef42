// Ported from mlx_vlm/models/switch_layers.py, mlx-vlm 0.7.10, MIT,
// sha256 a8b688e0c0ed37ffe88804efe287fc19998eec9686b76f981b2e2ff635f76751.

import MLX

/// The number of routes from which tokens are sorted by expert.
let sortedRouteCount = 64

/// One row for each route, sorted by expert, so that an expert's rows are together.
///
/// Stands for `_gather_sort`.
///
/// - Parameters:
///   - x: the tokens `[…, 1, 1, D]`
///   - indices: the experts of each token, `[…, K]`
/// - Returns: the rows `[N * K, 1, D]`, the expert of each row, and where each route's row is, both
///   `[N * K]`.
public func gatherSort(_ x: MLXArray, _ indices: MLXArray) -> (MLXArray, MLXArray, MLXArray) {
    let routesPerToken = indices.dim(-1)
    let indices = indices.flattened()
    let order = argSort(indices, axis: -1)
    let inverseOrder = argSort(order, axis: -1)
    return (
        x.flattened(start: 0, end: -3)[floorDivide(order, routesPerToken)], indices[order],
        inverseOrder
    )
}

/// The rows in the order of the routes again; the first axis is taken apart into `shape` if given.
///
/// Stands for `_scatter_unsort`.
///
/// - Parameters:
///   - x: the rows that ``gatherSort(_:_:)`` put in order, `[N * K, …]`
///   - inverseOrder: where each route's row is, `[N * K]`
public func scatterUnsort(_ x: MLXArray, _ inverseOrder: MLXArray, _ shape: [Int]? = nil)
    -> MLXArray
{
    let x = x[inverseOrder]
    return shape.map { unflatten(x, axis: 0, shape: $0) } ?? x
}
