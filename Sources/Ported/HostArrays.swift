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

/// `numpy.array(values)` of a list of whole numbers that may be empty: int64 `[N]`, or without elements what `mx.array`
/// makes of NumPy's, float32.
public func hostArray(_ values: [Int]) -> MLXArray {
    values.isEmpty ? MLXArray([] as [Float]) : MLXArray(int64: values)
}

/// Each element of an array of one axis as often as the number at its place says, `[sum of counts]`
/// (`numpy.repeat(array, counts)`).
///
/// There has to be one count for each element, or one for all, and none may be negative; otherwise an error is kept.
public func repeatedEach(_ array: MLXArray, _ counts: [Int]) -> MLXArray {
    let counts = counts.count == 1 ? Array(repeating: counts[0], count: array.size) : counts
    guard counts.count == array.size, counts.allSatisfy({ $0 >= 0 }) else {
        return failure("repeat", "the counts \(counts) are not for \(array.size) elements")
    }
    let places = counts.enumerated().flatMap { Array(repeating: Int32($0), count: $1) }
    return take(array.flattened(), MLXArray(places), axis: 0)
}
