internal import CMLX

/// Random numbers. Without a key each draw takes the next one of the state, so that the numbers after
/// `seed` are those that Python draws.
///
/// Source: `mlx.core.random`.
public enum MLXRandom {
    /// Seeds the global state.
    ///
    /// Source: `mlx.core.random.seed`.
    public static func seed(_ seed: UInt64) {
        globalState.seed(seed)
    }

    /// The key of a seed: `[2]`, `uint32`.
    ///
    /// Source: `mlx.core.random.key`.
    public static func key(_ seed: UInt64) -> MLXArray {
        MLXArray(cmlx_random_key(seed))
    }

    /// `num` keys made from one.
    ///
    /// Source: `mlx.core.random.split`.
    public static func split(key: MLXArray, into num: Int, stream: StreamOrDevice = .default)
        -> [MLXArray]
    {
        Array(unary(key) { cmlx_random_split($0, Int32(clamping: num), stream.code) })
    }

    /// Two keys made from one.
    ///
    /// Source: `mlx.core.random.split`.
    public static func split(key: MLXArray, stream: StreamOrDevice = .default) -> (
        MLXArray, MLXArray
    ) {
        let keys = unary(key) { cmlx_random_split($0, 2, stream.code) }
        return (keys[0], keys[1])
    }

    /// Numbers equally likely in a range.
    ///
    /// Source: `mlx.core.random.uniform`.
    public static func uniform(
        _ range: Range<some HasDType>, _ shape: some Collection<Int> = [],
        type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        uniform(
            low: range.lowerBound, high: range.upperBound, shape, dtype: type.dtype, key: key,
            stream: stream)
    }

    /// Numbers equally likely in a range.
    ///
    /// Source: `mlx.core.random.uniform`.
    public static func uniform(
        _ range: Range<Float> = 0..<1, _ shape: some Collection<Int> = [],
        type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        uniform(
            low: range.lowerBound, high: range.upperBound, shape, dtype: type.dtype, key: key,
            stream: stream)
    }

    /// Numbers equally likely between `low` and `high`, of their broadcast shape or another.
    ///
    /// Source: `mlx.core.random.uniform`.
    public static func uniform(
        low: some ScalarOrArray, high: some ScalarOrArray,
        _ shape: (some Collection<Int>)? = [Int]?.none,
        type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        uniform(low: low, high: high, shape, dtype: type.dtype, key: key, stream: stream)
    }

    /// Numbers equally likely between `low` and `high`, of the shape of `low` or another.
    ///
    /// Source: `mlx.core.random.uniform`.
    public static func uniform(
        low: some ScalarOrArray, high: some ScalarOrArray,
        _ shape: (some Collection<Int>)? = [Int]?.none, dtype: DType,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        let low = operand(low, beside: nil)
        let high = operand(high, beside: nil)
        return withInts(shape.map { Array($0) } ?? low.shape) { shape in
            ternary(low, high, resolve(key: key)) {
                cmlx_random_uniform($0, $1, shape, dtype.code, $2, stream.code)
            }
        }
    }

    /// Normally distributed numbers.
    ///
    /// Source: `mlx.core.random.normal`.
    public static func normal(
        _ shape: some Collection<Int> = [],
        type: (some HasDType & BinaryFloatingPoint).Type = Float.self, loc: Float = 0,
        scale: Float = 1, key: (some RandomStateOrKey)? = MLXArray?.none,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        normal(
            shape, dtype: type.dtype, loc: loc, scale: scale, key: key, stream: stream)
    }

    /// Normally distributed numbers.
    ///
    /// Source: `mlx.core.random.normal`.
    public static func normal(
        _ shape: some Collection<Int> = [], dtype: DType, loc: Float = 0, scale: Float = 1,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        let loc = loc == 0 ? nil : operand(loc, beside: dtype)
        let scale = scale == 1 ? nil : operand(scale, beside: dtype)
        return withInts(shape) { shape in
            withHandle(loc) { loc in
                withHandle(scale) { scale in
                    unary(resolve(key: key)) {
                        cmlx_random_normal(shape, dtype.code, loc, scale, $0, stream.code)
                    }
                }
            }
        }
    }

    /// Jointly normal vectors of a mean `[…, n]` and a covariance `[…, n, n]`.
    ///
    /// Source: `mlx.core.random.multivariate_normal`.
    public static func multivariateNormal(
        mean: MLXArray, covariance: MLXArray, shape: some Collection<Int> = [], dtype: DType,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(shape) { shape in
            ternary(mean, covariance, resolve(key: key)) {
                cmlx_random_multivariate_normal($0, $1, shape, dtype.code, $2, stream.code)
            }
        }
    }

    /// Integers equally likely in a range, of its dtype (`Int`: `int64`).
    ///
    /// Source: `mlx.core.random.randint`.
    public static func randInt<T>(
        _ range: Range<T>, _ shape: some Collection<Int> = [],
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray where T: HasDType, T: BinaryInteger {
        randInt(
            low: range.lowerBound, high: range.upperBound, Array(shape), type: T.self, key: key,
            stream: stream)
    }

    /// Integers equally likely from `low` below `high`, of the dtype and the shape of `low` or another.
    ///
    /// Source: `mlx.core.random.randint`.
    public static func randInt(
        low: some ScalarOrArray, high: some ScalarOrArray,
        _ shape: (some Collection<Int>)? = [Int]?.none,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        let (low, high) = toArrays(low, high)
        return drawIntegers(low: low, high: high, shape, dtype: low.dtype, key: key, stream: stream)
    }

    /// Integers equally likely from `low` below `high`, of the shape of `low` or another.
    ///
    /// Source: `mlx.core.random.randint`.
    public static func randInt(
        low: some ScalarOrArray, high: some ScalarOrArray,
        _ shape: (some Collection<Int>)? = [Int]?.none, type: (some HasDType & BinaryInteger).Type,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        drawIntegers(
            low: low, high: high, shape, dtype: type.dtype, key: key, stream: stream)
    }

    /// True or false, equally likely: `bool`.
    ///
    /// Source: `mlx.core.random.bernoulli`.
    public static func bernoulli(
        _ shape: some Collection<Int> = [], key: (some RandomStateOrKey)? = MLXArray?.none,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        bernoulli(0.5, shape, key: key, stream: stream)
    }

    /// True with a probability: `bool`, of its shape or another.
    ///
    /// Source: `mlx.core.random.bernoulli`.
    public static func bernoulli(
        _ p: some ScalarOrArray, _ shape: (some Collection<Int>)? = [Int]?.none,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(shape.map { Array($0) } ?? []) { dimensions in
            binary(operand(p, beside: nil), resolve(key: key)) {
                cmlx_random_bernoulli($0, shape != nil, dimensions, $1, stream.code)
            }
        }
    }

    /// Normally distributed numbers that lie in a range.
    ///
    /// Source: `mlx.core.random.truncated_normal`.
    public static func truncatedNormal(
        _ range: Range<some HasDType>, _ shape: some Collection<Int> = [],
        type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        truncatedNormal(
            low: range.lowerBound, high: range.upperBound, Array(shape), dtype: type.dtype,
            key: key,
            stream: stream)
    }

    /// Normally distributed numbers that lie in a range.
    ///
    /// Source: `mlx.core.random.truncated_normal`.
    public static func truncatedNormal(
        _ range: Range<Float>, _ shape: some Collection<Int> = [],
        type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        truncatedNormal(
            low: range.lowerBound, high: range.upperBound, Array(shape), dtype: type.dtype,
            key: key,
            stream: stream)
    }

    /// Normally distributed numbers between `low` and `high`, of their broadcast shape or another.
    ///
    /// Source: `mlx.core.random.truncated_normal`.
    public static func truncatedNormal(
        low: some ScalarOrArray, high: some ScalarOrArray,
        _ shape: (some Collection<Int>)? = [Int]?.none,
        type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        truncatedNormal(
            low: low, high: high, shape, dtype: type.dtype, key: key, stream: stream)
    }

    /// Normally distributed numbers between `low` and `high`, of their broadcast shape or another.
    ///
    /// Source: `mlx.core.random.truncated_normal`.
    public static func truncatedNormal(
        low: some ScalarOrArray, high: some ScalarOrArray,
        _ shape: (some Collection<Int>)? = [Int]?.none, dtype: DType,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        let low = operand(low, beside: nil)
        let high = operand(high, beside: nil)
        return withInts(shape.map { Array($0) } ?? []) { dimensions in
            ternary(low, high, resolve(key: key)) {
                cmlx_random_truncated_normal(
                    $0, $1, shape != nil, dimensions, dtype.code, $2, stream.code)
            }
        }
    }

    /// Numbers of the standard Gumbel distribution.
    ///
    /// Source: `mlx.core.random.gumbel`.
    public static func gumbel(
        _ shape: some Collection<Int> = [],
        type: (some HasDType & BinaryFloatingPoint).Type = Float.self,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        gumbel(shape, dtype: type.dtype, key: key, stream: stream)
    }

    /// Numbers of the standard Gumbel distribution.
    ///
    /// Source: `mlx.core.random.gumbel`.
    public static func gumbel(
        _ shape: some Collection<Int> = [], dtype: DType,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(shape) { shape in
            unary(resolve(key: key)) { cmlx_random_gumbel(shape, dtype.code, $0, stream.code) }
        }
    }

    /// Positions along an axis, drawn by unnormalised logarithms of probabilities: `uint32`.
    ///
    /// Source: `mlx.core.random.categorical`.
    public static func categorical(
        _ logits: MLXArray, axis: Int = -1, shape: (some Collection<Int>)? = [Int]?.none,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        let axis = Int32(clamping: axis)
        return binary(logits, resolve(key: key)) { logits, key in
            guard let shape else { return cmlx_random_categorical(logits, axis, key, stream.code) }
            return withInts(shape) {
                cmlx_random_categorical_shape(logits, axis, $0, key, stream.code)
            }
        }
    }

    /// `count` positions along an axis, drawn by unnormalised logarithms of probabilities: `uint32`.
    ///
    /// Source: `mlx.core.random.categorical`.
    public static func categorical(
        _ logits: MLXArray, axis: Int = -1, count: Int,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        binary(logits, resolve(key: key)) {
            cmlx_random_categorical_count(
                $0, Int32(clamping: axis), Int32(clamping: count), $1, stream.code)
        }
    }

    /// Numbers of the Laplace distribution.
    ///
    /// Source: `mlx.core.random.laplace`.
    public static func laplace(
        _ shape: some Collection<Int> = [], dtype: DType, loc: Float = 0, scale: Float = 1,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(shape) { shape in
            unary(resolve(key: key)) {
                cmlx_random_laplace(shape, dtype.code, loc, scale, $0, stream.code)
            }
        }
    }

    /// The integers below `max` in a random order.
    ///
    /// Source: `mlx.core.random.permutation`.
    public static func permutation(
        _ max: Int, key: (some RandomStateOrKey)? = MLXArray?.none,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        unary(resolve(key: key)) {
            cmlx_random_permutation_count(Int32(clamping: max), $0, stream.code)
        }
    }

    /// The parts of an axis in a random order.
    ///
    /// Source: `mlx.core.random.permutation`.
    public static func permutation(
        _ array: MLXArray, axis: Int = 0, key: (some RandomStateOrKey)? = MLXArray?.none,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        binary(array, resolve(key: key)) {
            cmlx_random_permutation($0, Int32(clamping: axis), $1, stream.code)
        }
    }

    static func drawIntegers(
        low: some ScalarOrArray, high: some ScalarOrArray, _ shape: (some Collection<Int>)?,
        dtype: DType, key: (some RandomStateOrKey)?, stream: StreamOrDevice
    ) -> MLXArray {
        let low = operand(low, beside: nil)
        let high = operand(high, beside: nil)
        return withInts(shape.map { Array($0) } ?? low.shape) { shape in
            ternary(low, high, resolve(key: key)) {
                cmlx_random_randint($0, $1, shape, dtype.code, $2, stream.code)
            }
        }
    }
}
