// What the Python computes with NumPy between the model's steps.

import MLX

/// Where an array is not zero: for each dimension the positions along it, int64 `[N]`
/// (`numpy.where(condition)`).
///
/// The array is evaluated. Where that fails, its error is kept and there is no position.
public func nonzeroIndices(_ condition: MLXArray) -> [MLXArray] {
    let truths = condition.asType(.bool).asArray(Bool.self)
    let places = truths.indices.filter { truths[$0] }
    guard condition.ndim > 1 else { return [MLXArray(places.map(Int64.init))] }
    var stride = truths.count
    return condition.shape.map { size in
        stride /= max(size, 1)
        return MLXArray(places.map { Int64($0 / max(stride, 1) % max(size, 1)) })
    }
}
