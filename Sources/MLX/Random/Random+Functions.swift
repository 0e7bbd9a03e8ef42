// The functions of `MLXRandom` without its name.

/// Seeds the global state.
///
/// Source: `mlx.core.random.seed`.
public func seed(_ seed: UInt64) {
    MLXRandom.seed(seed)
}

/// The key of a seed: `[2]`, `uint32`.
///
/// Source: `mlx.core.random.key`.
public func key(_ seed: UInt64) -> MLXArray {
    MLXRandom.key(seed)
}

/// `num` keys made from one.
///
/// Source: `mlx.core.random.split`.
public func split(key: MLXArray, into num: Int, stream: StreamOrDevice = .default) -> [MLXArray] {
    MLXRandom.split(key: key, into: num, stream: stream)
}

/// Two keys made from one.
///
/// Source: `mlx.core.random.split`.
public func split(key: MLXArray, stream: StreamOrDevice = .default) -> (MLXArray, MLXArray) {
    MLXRandom.split(key: key, stream: stream)
}

/// Numbers equally likely in a range.
///
/// Source: `mlx.core.random.uniform`.
public func uniform(
    _ range: Range<some HasDType>, _ shape: some Collection<Int> = [],
    type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.uniform(range, shape, type: type, key: key, stream: stream)
}

/// Numbers equally likely in a range.
///
/// Source: `mlx.core.random.uniform`.
public func uniform(
    _ range: Range<Float> = 0..<1, _ shape: some Collection<Int> = [],
    type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.uniform(range, shape, type: type, key: key, stream: stream)
}

/// Numbers equally likely between `low` and `high`, of their broadcast shape or another.
///
/// Source: `mlx.core.random.uniform`.
public func uniform(
    low: some ScalarOrArray, high: some ScalarOrArray,
    _ shape: (some Collection<Int>)? = [Int]?.none,
    type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.uniform(low: low, high: high, shape, type: type, key: key, stream: stream)
}

/// Numbers equally likely between `low` and `high`, of the shape of `low` or another.
///
/// Source: `mlx.core.random.uniform`.
public func uniform(
    low: some ScalarOrArray, high: some ScalarOrArray,
    _ shape: (some Collection<Int>)? = [Int]?.none, dtype: DType,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.uniform(low: low, high: high, shape, dtype: dtype, key: key, stream: stream)
}

/// Normally distributed numbers.
///
/// Source: `mlx.core.random.normal`.
public func normal(
    _ shape: some Collection<Int> = [],
    type: (some HasDType & BinaryFloatingPoint).Type = Float.self, loc: Float = 0, scale: Float = 1,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.normal(shape, type: type, loc: loc, scale: scale, key: key, stream: stream)
}

/// Normally distributed numbers.
///
/// Source: `mlx.core.random.normal`.
public func normal(
    _ shape: some Collection<Int> = [], dtype: DType, loc: Float = 0, scale: Float = 1,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.normal(shape, dtype: dtype, loc: loc, scale: scale, key: key, stream: stream)
}

/// Jointly normal vectors of a mean `[…, n]` and a covariance `[…, n, n]`.
///
/// Source: `mlx.core.random.multivariate_normal`.
public func multivariateNormal(
    mean: MLXArray, covariance: MLXArray, shape: some Collection<Int> = [], dtype: DType,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.multivariateNormal(
        mean: mean, covariance: covariance, shape: shape, dtype: dtype, key: key, stream: stream)
}

/// Integers equally likely in a range, of its dtype (`Int`: `int64`).
///
/// Source: `mlx.core.random.randint`.
public func randInt<T>(
    _ range: Range<T>, _ shape: some Collection<Int> = [],
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray where T: HasDType, T: BinaryInteger {
    MLXRandom.randInt(range, shape, key: key, stream: stream)
}

/// Integers equally likely from `low` below `high`, of the dtype and the shape of `low` or another.
///
/// Source: `mlx.core.random.randint`.
public func randInt(
    low: some ScalarOrArray, high: some ScalarOrArray,
    _ shape: (some Collection<Int>)? = [Int]?.none, key: (some RandomStateOrKey)? = MLXArray?.none,
    stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.randInt(low: low, high: high, shape, key: key, stream: stream)
}

/// Integers equally likely from `low` below `high`, of the shape of `low` or another.
///
/// Source: `mlx.core.random.randint`.
public func randInt(
    low: some ScalarOrArray, high: some ScalarOrArray,
    _ shape: (some Collection<Int>)? = [Int]?.none, type: (some HasDType & BinaryInteger).Type,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.randInt(low: low, high: high, shape, type: type, key: key, stream: stream)
}

/// True or false, equally likely: `bool`.
///
/// Source: `mlx.core.random.bernoulli`.
public func bernoulli(
    _ shape: some Collection<Int> = [], key: (some RandomStateOrKey)? = MLXArray?.none,
    stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.bernoulli(shape, key: key, stream: stream)
}

/// True with a probability: `bool`, of its shape or another.
///
/// Source: `mlx.core.random.bernoulli`.
public func bernoulli(
    _ p: some ScalarOrArray, _ shape: (some Collection<Int>)? = [Int]?.none,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.bernoulli(p, shape, key: key, stream: stream)
}

/// Normally distributed numbers that lie in a range.
///
/// Source: `mlx.core.random.truncated_normal`.
public func truncatedNormal(
    _ range: Range<some HasDType>, _ shape: some Collection<Int> = [],
    type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.truncatedNormal(range, shape, type: type, key: key, stream: stream)
}

/// Normally distributed numbers that lie in a range.
///
/// Source: `mlx.core.random.truncated_normal`.
public func truncatedNormal(
    _ range: Range<Float>, _ shape: some Collection<Int> = [],
    type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.truncatedNormal(range, shape, type: type, key: key, stream: stream)
}

/// Normally distributed numbers between `low` and `high`, of their broadcast shape or another.
///
/// Source: `mlx.core.random.truncated_normal`.
public func truncatedNormal(
    low: some ScalarOrArray, high: some ScalarOrArray,
    _ shape: (some Collection<Int>)? = [Int]?.none,
    type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.truncatedNormal(low: low, high: high, shape, type: type, key: key, stream: stream)
}

/// Normally distributed numbers between `low` and `high`, of their broadcast shape or another.
///
/// Source: `mlx.core.random.truncated_normal`.
public func truncatedNormal(
    low: some ScalarOrArray, high: some ScalarOrArray,
    _ shape: (some Collection<Int>)? = [Int]?.none, dtype: DType,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.truncatedNormal(low: low, high: high, shape, dtype: dtype, key: key, stream: stream)
}

/// Numbers of the standard Gumbel distribution.
///
/// Source: `mlx.core.random.gumbel`.
public func gumbel(
    _ shape: some Collection<Int> = [],
    type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.gumbel(shape, type: type, key: key, stream: stream)
}

/// Numbers of the standard Gumbel distribution.
///
/// Source: `mlx.core.random.gumbel`.
public func gumbel(
    _ shape: some Collection<Int> = [], dtype: DType,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.gumbel(shape, dtype: dtype, key: key, stream: stream)
}

/// Positions along an axis, drawn by unnormalised logarithms of probabilities: `uint32`.
///
/// Source: `mlx.core.random.categorical`.
public func categorical(
    _ logits: MLXArray, axis: Int = -1, shape: (some Collection<Int>)? = [Int]?.none,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.categorical(logits, axis: axis, shape: shape, key: key, stream: stream)
}

/// `count` positions along an axis, drawn by unnormalised logarithms of probabilities: `uint32`.
///
/// Source: `mlx.core.random.categorical`.
public func categorical(
    _ logits: MLXArray, axis: Int = -1, count: Int, key: (some RandomStateOrKey)? = MLXArray?.none,
    stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.categorical(logits, axis: axis, count: count, key: key, stream: stream)
}

/// Numbers of the Laplace distribution.
///
/// Source: `mlx.core.random.laplace`.
public func laplace(
    _ shape: some Collection<Int> = [], dtype: DType, loc: Float = 0, scale: Float = 1,
    key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXRandom.laplace(shape, dtype: dtype, loc: loc, scale: scale, key: key, stream: stream)
}
