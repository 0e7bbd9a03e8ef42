// Arrays from nothing, as static methods of `MLXArray`: the functions of the same names.

extension MLXArray {
    /// An array of zeros.
    ///
    /// Source: `mlx.core.zeros`.
    public static func zeros(
        _ shape: some Collection<Int>, type: (some HasDType).Type = Float.self,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.zeros(shape, type: type, stream: stream)
    }

    /// An array of zeros.
    ///
    /// Source: `mlx.core.zeros`.
    public static func zeros(
        _ shape: some Collection<Int>, dtype: DType, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.zeros(shape, dtype: dtype, stream: stream)
    }

    /// Zeros of the shape and dtype of another array.
    ///
    /// Source: `mlx.core.zeros_like`.
    public static func zeros(like array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.zeros(like: array, stream: stream)
    }

    /// An array of ones.
    ///
    /// Source: `mlx.core.ones`.
    public static func ones(
        _ shape: some Collection<Int>, type: (some HasDType).Type = Float.self,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.ones(shape, type: type, stream: stream)
    }

    /// An array of ones.
    ///
    /// Source: `mlx.core.ones`.
    public static func ones(
        _ shape: some Collection<Int>, dtype: DType, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.ones(shape, dtype: dtype, stream: stream)
    }

    /// Ones of the shape and dtype of another array.
    ///
    /// Source: `mlx.core.ones_like`.
    public static func ones(like array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.ones(like: array, stream: stream)
    }

    /// Ones on the `k`-th diagonal of an `[n, m]` array of zeros.
    ///
    /// Source: `mlx.core.eye`.
    public static func eye(
        _ n: Int, m: Int? = nil, k: Int = 0, type: (some HasDType).Type = Float.self,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.eye(n, m: m, k: k, type: type, stream: stream)
    }

    /// Ones on the `k`-th diagonal of an `[n, m]` array of zeros.
    ///
    /// Source: `mlx.core.eye`.
    public static func eye(
        _ n: Int, m: Int? = nil, k: Int = 0, dtype: DType, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.eye(n, m: m, k: k, dtype: dtype, stream: stream)
    }

    /// The `[n, n]` unit matrix.
    ///
    /// Source: `mlx.core.identity`.
    public static func identity(
        _ n: Int, type: (some HasDType).Type = Float.self, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.identity(n, type: type, stream: stream)
    }

    /// The `[n, n]` unit matrix.
    ///
    /// Source: `mlx.core.identity`.
    public static func identity(_ n: Int, dtype: DType, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        MLX.identity(n, dtype: dtype, stream: stream)
    }

    /// An array of one value, or of values that broadcast to the shape.
    ///
    /// Source: `mlx.core.full`.
    public static func full(
        _ shape: some Collection<Int>, values: MLXArray, type: (some HasDType).Type,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.full(shape, values: values, type: type, stream: stream)
    }

    /// An array of one value, or of values that broadcast to the shape.
    ///
    /// Source: `mlx.core.full`.
    public static func full(
        _ shape: some Collection<Int>, values: MLXArray, dtype: DType,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.full(shape, values: values, dtype: dtype, stream: stream)
    }

    /// An array of one value, or of values that broadcast to the shape, of the dtype that Python gives
    /// them.
    ///
    /// Source: `mlx.core.full`.
    public static func full(
        _ shape: some Collection<Int>, values: MLXArray, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.full(shape, values: values, stream: stream)
    }

    /// `count` numbers from `start` to `stop`, both included, of the dtype of `T`.
    ///
    /// Source: `mlx.core.linspace`.
    public static func linspace<T: HasDType>(
        _ start: T, _ stop: T, count: Int = 50, stream: StreamOrDevice = .default
    ) -> MLXArray where T: BinaryInteger {
        MLX.linspace(start, stop, count: count, stream: stream)
    }

    /// `count` numbers from `start` to `stop`, both included, of the dtype of `T`.
    ///
    /// Source: `mlx.core.linspace`.
    public static func linspace<T: HasDType>(
        _ start: T, _ stop: T, count: Int = 50, stream: StreamOrDevice = .default
    ) -> MLXArray where T: BinaryFloatingPoint {
        MLX.linspace(start, stop, count: count, stream: stream)
    }

    /// The integers below `stop`: `int32`.
    ///
    /// Source: `mlx.core.arange`.
    public static func arange(_ stop: Int, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.arange(stop, stream: stream)
    }

    /// The integers from `start` below `stop`: `int32`.
    ///
    /// Source: `mlx.core.arange`.
    public static func arange(
        _ start: Int, _ stop: Int, step: Int = 1, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.arange(start, stop, step: step, stream: stream)
    }

    /// The integers below `stop` as `dtype`.
    ///
    /// Source: `mlx.core.arange`.
    public static func arange(_ stop: Int, dtype: DType, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        MLX.arange(stop, dtype: dtype, stream: stream)
    }

    /// The integers from `start` below `stop` as `dtype`.
    ///
    /// Source: `mlx.core.arange`.
    public static func arange(
        _ start: Int, _ stop: Int, step: Int = 1, dtype: DType, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.arange(start, stop, step: step, dtype: dtype, stream: stream)
    }

    /// The numbers 0, 1, … below `stop`.
    ///
    /// Source: `mlx.core.arange`.
    public static func arange(
        _ stop: Double, dtype: DType = .float32, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.arange(stop, dtype: dtype, stream: stream)
    }

    /// The numbers from `start` below `stop`.
    ///
    /// Source: `mlx.core.arange`.
    public static func arange(
        _ start: Double, _ stop: Double, step: Double = 1.0, dtype: DType = .float32,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.arange(start, stop, step: step, dtype: dtype, stream: stream)
    }

    /// Ones on and below the `k`-th diagonal of an `[n, m]` array of zeros.
    ///
    /// Source: `mlx.core.tri`.
    public static func tri(
        _ n: Int, m: Int? = nil, k: Int = 0, type: (some HasDType).Type = Float.self,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.tri(n, m: m, k: k, type: type, stream: stream)
    }

    /// Ones on and below the `k`-th diagonal of an `[n, m]` array of zeros.
    ///
    /// Source: `mlx.core.tri`.
    public static func tri(
        _ n: Int, m: Int? = nil, k: Int = 0, dtype: DType, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.tri(n, m: m, k: k, dtype: dtype, stream: stream)
    }

    /// Each element `count` times along an axis.
    ///
    /// Source: `mlx.core.repeat`.
    public static func repeated(
        _ array: MLXArray, count: Int, axis: Int, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.repeated(array, count: count, axis: axis, stream: stream)
    }

    /// Each element of the flattened array `count` times.
    ///
    /// Source: `mlx.core.repeat`.
    public static func repeated(_ array: MLXArray, count: Int, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        MLX.repeated(array, count: count, stream: stream)
    }

    /// Each element `count` times along an axis.
    ///
    /// Source: `mlx.core.repeat`.
    public static func `repeat`(
        _ array: MLXArray, count: Int, axis: Int, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.repeated(array, count: count, axis: axis, stream: stream)
    }

    /// Each element of the flattened array `count` times.
    ///
    /// Source: `mlx.core.repeat`.
    public static func `repeat`(_ array: MLXArray, count: Int, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        MLX.repeated(array, count: count, stream: stream)
    }
}
