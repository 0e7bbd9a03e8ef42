internal import CMLX

// Joining, splitting, repeating, padding.

/// Arrays one after the other along an axis.
///
/// Source: `mlx.core.concatenate`.
public func concatenated(
    _ arrays: some Collection<MLXArray>, axis: Int = 0, stream: StreamOrDevice = .default
) -> MLXArray {
    withHandles(arrays) { MLXArray(cmlx_concatenate($0, Int32(clamping: axis), stream.code)) }
}

/// Arrays of one shape along a new axis.
///
/// Source: `mlx.core.stack`.
public func stacked(
    _ arrays: some Collection<MLXArray>, axis: Int = 0, stream: StreamOrDevice = .default
) -> MLXArray {
    withHandles(arrays) { MLXArray(cmlx_stack($0, Int32(clamping: axis), stream.code)) }
}

/// Equal parts along an axis.
///
/// Source: `mlx.core.split`.
public func split(
    _ array: MLXArray, parts: Int, axis: Int = 0, stream: StreamOrDevice = .default
) -> [MLXArray] {
    withExtendedLifetime(array) {
        list(count: parts) {
            cmlx_split(
                &$0, array.handle, Int32(clamping: parts), Int32(clamping: axis), stream.code)
        }
    }
}

/// Two equal parts along an axis.
///
/// Source: `mlx.core.split`.
public func split(_ array: MLXArray, axis: Int = 0, stream: StreamOrDevice = .default) -> (
    MLXArray, MLXArray
) {
    let parts = split(array, parts: 2, axis: axis, stream: stream)
    return (parts[0], parts[1])
}

/// The parts that begin at these places of an axis, and the one before the first.
///
/// Source: `mlx.core.split`.
public func split(
    _ array: MLXArray, indices: some Collection<Int>, axis: Int = 0,
    stream: StreamOrDevice = .default
) -> [MLXArray] {
    withExtendedLifetime(array) {
        withInts(indices) { indices in
            list(count: indices.count + 1) {
                cmlx_split_at(&$0, array.handle, indices, Int32(clamping: axis), stream.code)
            }
        }
    }
}

extension MLXArray {
    /// Equal parts along an axis.
    ///
    /// Source: `mlx.core.split`.
    public func split(parts: Int, axis: Int = 0, stream: StreamOrDevice = .default) -> [MLXArray] {
        MLX.split(self, parts: parts, axis: axis, stream: stream)
    }

    /// Two equal parts along an axis.
    ///
    /// Source: `mlx.core.split`.
    public func split(axis: Int = 0, stream: StreamOrDevice = .default) -> (MLXArray, MLXArray) {
        MLX.split(self, axis: axis, stream: stream)
    }

    /// The parts that begin at these places of an axis, and the one before the first.
    ///
    /// Source: `mlx.core.split`.
    public func split(
        indices: some Collection<Int>, axis: Int = 0, stream: StreamOrDevice = .default
    ) -> [MLXArray] {
        MLX.split(self, indices: indices, axis: axis, stream: stream)
    }
}

// MARK: - Repeating

/// Each element `count` times along an axis.
///
/// Source: `mlx.core.repeat`.
public func repeated(
    _ array: MLXArray, count: Int, axis: Int, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) {
        cmlx_repeat($0, Int32(clamping: count), Optional(axis).code, stream.code)
    }
}

/// Each element of the flattened array `count` times.
///
/// Source: `mlx.core.repeat`.
public func repeated(_ array: MLXArray, count: Int, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_repeat($0, Int32(clamping: count), Int?.none.code, stream.code) }
}

/// Each element `count` times along an axis.
///
/// Source: `mlx.core.repeat`.
public func `repeat`(
    _ array: MLXArray, count: Int, axis: Int, stream: StreamOrDevice = .default
) -> MLXArray {
    repeated(array, count: count, axis: axis, stream: stream)
}

/// Each element of the flattened array `count` times.
///
/// Source: `mlx.core.repeat`.
public func `repeat`(_ array: MLXArray, count: Int, stream: StreamOrDevice = .default) -> MLXArray {
    repeated(array, count: count, stream: stream)
}

/// The whole array repeated along its last axes, and new ones in front.
///
/// Source: `mlx.core.tile`.
public func tiled(
    _ array: MLXArray, repetitions: some Collection<Int>, stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(repetitions) { counts in unary(array) { cmlx_tile($0, counts, stream.code) } }
}

/// The whole array repeated along its last axis.
///
/// Source: `mlx.core.tile`.
public func tiled(_ array: MLXArray, repetitions: Int, stream: StreamOrDevice = .default)
    -> MLXArray
{
    tiled(array, repetitions: CollectionOfOne(repetitions), stream: stream)
}

/// The elements moved along an axis; those that leave at its end come back at its start.
///
/// Source: `mlx.core.roll`.
public func roll(_ a: MLXArray, shift: Int, axis: Int, stream: StreamOrDevice = .default)
    -> MLXArray
{
    roll(a, shift: shift, axes: CollectionOfOne(axis), stream: stream)
}

/// The elements moved along axes, or in the flattened array without axes.
///
/// Source: `mlx.core.roll`.
public func roll(
    _ a: MLXArray, shift: Int, axes: (some Collection<Int>)? = [Int]?.none,
    stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(repeatElement(shift, count: axes?.count ?? 1)) { shifts in
        withInts(axes.map { Array($0) } ?? []) { numbers in
            unary(a) { cmlx_roll($0, shifts, numbers, axes == nil, stream.code) }
        }
    }
}

// MARK: - Padding

/// What padding is made of.
public enum PadMode: String, Sendable {
    /// A value.
    case constant
    /// The outermost element.
    case edge
}

/// The array with elements added before and after along all axes.
///
/// Source: `mlx.core.pad`.
public func padded(
    _ array: MLXArray, width: IntOrPair, mode: PadMode = .constant, value: MLXArray? = nil,
    stream: StreamOrDevice = .default
) -> MLXArray {
    padded(
        array, widths: repeatElement(width, count: array.ndim), mode: mode, value: value,
        stream: stream)
}

/// The array with elements added before and after along each axis.
///
/// Source: `mlx.core.pad`.
public func padded(
    _ array: MLXArray, widths: some Collection<IntOrPair>, mode: PadMode = .constant,
    value: MLXArray? = nil, stream: StreamOrDevice = .default
) -> MLXArray {
    let value = value ?? operand(0, beside: nil)
    // One pair is for all axes.
    let all = Array(widths)
    let widths = all.count == 1 ? Array(repeating: all[0], count: array.ndim) : all
    guard widths.count == array.ndim else {
        return .failed("pad", "\(widths.count) widths do not fit \(array.ndim) dimensions")
    }
    return withInts(0..<widths.count) { axes in
        withInts(widths.lazy.map(\.first)) { low in
            withInts(widths.lazy.map(\.second)) { high in
                binary(array, value) {
                    cmlx_pad($0, axes, low, high, $1, mode.rawValue, stream.code)
                }
            }
        }
    }
}
