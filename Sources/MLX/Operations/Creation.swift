internal import CMLX

// Arrays from nothing, as functions. `MLXArray` has them as static methods too.

/// An array of zeros.
///
/// Source: `mlx.core.zeros`.
public func zeros(
    _ shape: some Collection<Int>, type: (some HasDType).Type = Float.self,
    stream: StreamOrDevice = .default
) -> MLXArray {
    zeros(shape, dtype: type.dtype, stream: stream)
}

/// An array of zeros.
///
/// Source: `mlx.core.zeros`.
public func zeros(
    _ shape: some Collection<Int>, dtype: DType, stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(shape) { MLXArray(cmlx_zeros($0, dtype.code, stream.code)) }
}

/// Zeros of the shape and dtype of another array.
///
/// Source: `mlx.core.zeros_like`.
public func zeros(like array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_zeros_like, array, stream)
}

/// An array of ones.
///
/// Source: `mlx.core.ones`.
public func ones(
    _ shape: some Collection<Int>, type: (some HasDType).Type = Float.self,
    stream: StreamOrDevice = .default
) -> MLXArray {
    ones(shape, dtype: type.dtype, stream: stream)
}

/// An array of ones.
///
/// Source: `mlx.core.ones`.
public func ones(
    _ shape: some Collection<Int>, dtype: DType, stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(shape) { MLXArray(cmlx_ones($0, dtype.code, stream.code)) }
}

/// Ones of the shape and dtype of another array.
///
/// Source: `mlx.core.ones_like`.
public func ones(like array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_ones_like, array, stream)
}

/// Ones on the `k`-th diagonal of an `[n, m]` array of zeros.
///
/// Source: `mlx.core.eye`.
public func eye(
    _ n: Int, m: Int? = nil, k: Int = 0, type: (some HasDType).Type = Float.self,
    stream: StreamOrDevice = .default
) -> MLXArray {
    eye(n, m: m, k: k, dtype: type.dtype, stream: stream)
}

/// Ones on the `k`-th diagonal of an `[n, m]` array of zeros.
///
/// Source: `mlx.core.eye`.
public func eye(
    _ n: Int, m: Int? = nil, k: Int = 0, dtype: DType, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXArray(
        cmlx_eye(
            Int32(clamping: n), Int32(clamping: m ?? n), Int32(clamping: k), dtype.code,
            stream.code))
}

/// The `[n, n]` unit matrix.
///
/// Source: `mlx.core.identity`.
public func identity(
    _ n: Int, type: (some HasDType).Type = Float.self, stream: StreamOrDevice = .default
) -> MLXArray {
    eye(n, dtype: type.dtype, stream: stream)
}

/// The `[n, n]` unit matrix.
///
/// Source: `mlx.core.identity`.
public func identity(_ n: Int, dtype: DType, stream: StreamOrDevice = .default) -> MLXArray {
    eye(n, dtype: dtype, stream: stream)
}

/// An array of one value, or of values that broadcast to the shape.
///
/// Source: `mlx.core.full`.
public func full(
    _ shape: some Collection<Int>, values: some ScalarOrArray, type: (some HasDType).Type,
    stream: StreamOrDevice = .default
) -> MLXArray {
    full(shape, values: operand(values, beside: nil), dtype: type.dtype, stream: stream)
}

/// An array of one value, or of values that broadcast to the shape.
///
/// Source: `mlx.core.full`.
public func full(
    _ shape: some Collection<Int>, values: MLXArray, dtype: DType,
    stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(shape) { shape in unary(values) { cmlx_full(shape, $0, dtype.code, stream.code) } }
}

/// An array of one value, or of values that broadcast to the shape, of the dtype that Python gives
/// them.
///
/// Source: `mlx.core.full`.
public func full(
    _ shape: some Collection<Int>, values: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(shape) { shape in
        unary(operand(values, beside: nil)) { cmlx_full(shape, $0, CMLX_NO_DTYPE, stream.code) }
    }
}

/// `count` numbers from `start` to `stop`, both included, of the dtype of `T`.
///
/// Source: `mlx.core.linspace`.
public func linspace<T: HasDType>(
    _ start: T, _ stop: T, count: Int = 50, stream: StreamOrDevice = .default
) -> MLXArray where T: BinaryInteger {
    MLXArray(
        cmlx_linspace(
            Double(start), Double(stop), Int32(clamping: count), true, T.dtype.code, stream.code))
}

/// `count` numbers from `start` to `stop`, both included, of the dtype of `T`.
///
/// Source: `mlx.core.linspace`.
public func linspace<T: HasDType>(
    _ start: T, _ stop: T, count: Int = 50, stream: StreamOrDevice = .default
) -> MLXArray where T: BinaryFloatingPoint {
    MLXArray(
        cmlx_linspace(
            Double(start), Double(stop), Int32(clamping: count), true, T.dtype.code, stream.code))
}

/// The integers below `stop`: `int32`, or `int64` if one needs it.
///
/// Source: `mlx.core.arange`.
public func arange(_ stop: Int, stream: StreamOrDevice = .default) -> MLXArray {
    arange(0, stop, step: 1, stream: stream)
}

/// The integers from `start` below `stop`: `int32`, or `int64` if one needs it.
///
/// Source: `mlx.core.arange`.
public func arange(
    _ start: Int, _ stop: Int, step: Int = 1, stream: StreamOrDevice = .default
) -> MLXArray {
    let narrow = Int32(exactly: start) != nil && Int32(exactly: stop) != nil
    return arange(start, stop, step: step, dtype: narrow ? .int32 : .int64, stream: stream)
}

/// The integers below `stop` as `dtype`.
///
/// Source: `mlx.core.arange`.
public func arange(_ stop: Int, dtype: DType, stream: StreamOrDevice = .default) -> MLXArray {
    arange(0, stop, dtype: dtype, stream: stream)
}

/// The integers from `start` below `stop` as `dtype`.
///
/// Source: `mlx.core.arange`.
public func arange(
    _ start: Int, _ stop: Int, step: Int = 1, dtype: DType, stream: StreamOrDevice = .default
) -> MLXArray {
    arange(Double(start), Double(stop), step: Double(step), dtype: dtype, stream: stream)
}

/// The numbers 0, 1, … below `stop`.
///
/// Source: `mlx.core.arange`.
public func arange(
    _ stop: Double, dtype: DType = .float32, stream: StreamOrDevice = .default
) -> MLXArray {
    arange(0.0, stop, dtype: dtype, stream: stream)
}

/// The numbers from `start` below `stop`.
///
/// Source: `mlx.core.arange`.
public func arange(
    _ start: Double, _ stop: Double, step: Double = 1.0, dtype: DType = .float32,
    stream: StreamOrDevice = .default
) -> MLXArray {
    MLXArray(cmlx_arange(start, stop, step, dtype.code, stream.code))
}

// MARK: - Triangles

/// Ones on and below the `k`-th diagonal of an `[n, m]` array of zeros.
///
/// Source: `mlx.core.tri`.
public func tri(
    _ n: Int, m: Int? = nil, k: Int = 0, type: (some HasDType).Type = Float.self,
    stream: StreamOrDevice = .default
) -> MLXArray {
    tri(n, m: m, k: k, dtype: type.dtype, stream: stream)
}

/// Ones on and below the `k`-th diagonal of an `[n, m]` array of zeros.
///
/// Source: `mlx.core.tri`.
public func tri(
    _ n: Int, m: Int? = nil, k: Int = 0, dtype: DType, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXArray(
        cmlx_tri(
            Int32(clamping: n), Int32(clamping: m ?? n), Int32(clamping: k), dtype.code,
            stream.code))
}

/// The elements on and below the `k`-th diagonal of the last two axes, zeros above.
///
/// Source: `mlx.core.tril`.
public func tril(_ array: MLXArray, k: Int = 0, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_tril($0, Int32(clamping: k), stream.code) }
}

/// The elements on and above the `k`-th diagonal of the last two axes, zeros below.
///
/// Source: `mlx.core.triu`.
public func triu(_ array: MLXArray, k: Int = 0, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_triu($0, Int32(clamping: k), stream.code) }
}

// MARK: - Windows and grids

/// The Bartlett window of `m` numbers.
///
/// Source: `mlx.core.bartlett`.
public func bartlett(_ m: Int, stream: StreamOrDevice = .default) -> MLXArray {
    MLXArray(cmlx_window_of(CMLX_BARTLETT, Int32(clamping: m), stream.code))
}

/// The Blackman window of `m` numbers.
///
/// Source: `mlx.core.blackman`.
public func blackman(_ m: Int, stream: StreamOrDevice = .default) -> MLXArray {
    MLXArray(cmlx_window_of(CMLX_BLACKMAN, Int32(clamping: m), stream.code))
}

/// The Hamming window of `m` numbers.
///
/// Source: `mlx.core.hamming`.
public func hamming(_ m: Int, stream: StreamOrDevice = .default) -> MLXArray {
    MLXArray(cmlx_window_of(CMLX_HAMMING, Int32(clamping: m), stream.code))
}

/// The Hann window of `m` numbers.
///
/// Source: `mlx.core.hanning`.
public func hanning(_ m: Int, stream: StreamOrDevice = .default) -> MLXArray {
    MLXArray(cmlx_window_of(CMLX_HANNING, Int32(clamping: m), stream.code))
}

/// Which of the first two axes of a grid is which.
public enum MeshGridIndexing: String, Sendable {
    /// The first input runs along the columns.
    case xy
    /// The first input runs along the rows.
    case ij
}

/// The coordinates of a grid over 1-d arrays.
///
/// Source: `mlx.core.meshgrid`.
public func meshGrid(
    _ arrays: some Collection<MLXArray>, sparse: Bool = false, indexing: MeshGridIndexing = .xy,
    stream: StreamOrDevice = .default
) -> [MLXArray] {
    withHandles(arrays) { arrays in
        list(count: arrays.count) {
            cmlx_meshgrid(&$0, arrays, sparse, indexing.rawValue, stream.code)
        }
    }
}
