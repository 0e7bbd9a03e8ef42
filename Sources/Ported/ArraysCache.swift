// Ported from mlx_vlm/models/cache.py (`ArraysCache`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// The states of a recurrent layer: a fixed number of arrays, each nil until it is first set.
///
/// Stands for `ArraysCache` without its speculative transactions.
public final class ArraysCache: KVCache {
    private var arrays: [MLXArray?]
    private var storedLeftPadding: MLXArray?
    private var leftPaddingAdvance = 0
    private var storedLengths: MLXArray?
    private var lengthsAdvance = 0

    /// A cache of `size` empty slots.
    ///
    /// - Parameter leftPadding: the padding before each row's first token, if rows are padded
    public init(size: Int, leftPadding: [Int]? = nil) {
        arrays = Array(repeating: nil, count: size)
        storedLeftPadding = leftPadding.nonEmpty.map { MLXArray($0.map(Int32.init)) }
    }

    /// The state in slot `index`.
    public subscript(index: Int) -> MLXArray? {
        get { arrays[index] }
        set { arrays[index] = newValue }
    }

    /// The number of slots.
    public var count: Int { arrays.count }

    /// The padding that is left before each row's tokens, int32 `[B]`.
    public var leftPadding: MLXArray? {
        get { storedLeftPadding.map { leftPaddingAdvance == 0 ? $0 : $0 - leftPaddingAdvance } }
        set { (storedLeftPadding, leftPaddingAdvance) = (newValue, 0) }
    }

    /// The tokens that each row still has, int32 `[B]`.
    public var lengths: MLXArray? {
        get { storedLengths.map { lengthsAdvance == 0 ? $0 : $0 - lengthsAdvance } }
        set { (storedLengths, lengthsAdvance) = (newValue, 0) }
    }

    /// The number of rows.
    public var batchSize: Int {
        if let first = arrays.lazy.compactMap({ $0 }).first { return first.dim(0) }
        return storedLeftPadding?.size ?? storedLengths?.size ?? 1
    }

    /// Sets each row's length before a padded prompt.
    public func prepare(lengths: [Int]) {
        self.lengths = MLXArray(lengths.map(Int32.init))
    }

    /// Forgets lengths and padding after the prompt.
    public func finalize() {
        lengths = nil
        leftPadding = nil
    }

    /// Moves lengths and padding on by `n` processed tokens.
    public func advance(_ n: Int) {
        if storedLengths != nil { lengthsAdvance += n }
        if storedLeftPadding != nil { leftPaddingAdvance += n }
    }

    /// Which of the next `n` tokens are real, bool `[B, n]`; nil if all are.
    public func makeMask(n: Int) -> MLXArray? {
        if let leftPadding {
            return arange(n) .>= leftPadding[0..., .newAxis]
        } else if let lengths {
            return arange(n) .< lengths[0..., .newAxis]
        }
        return nil
    }

    public func makeMask(n: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask {
        makeMask(n: n).map(AttentionMask.array) ?? .none
    }

    /// Replaces the state in slot `index` by what `step` makes of it and returns `step`'s output.
    public func updateRecurrent<Output>(
        _ index: Int, _ step: (MLXArray?) throws -> (Output, MLXArray)
    ) rethrows -> (Output, MLXArray) {
        let (output, state) = try step(arrays[index])
        arrays[index] = state
        return (output, state)
    }

    /// Stores the last `width` positions of `source` `[B, width + L, …]` in slot `index`.
    ///
    /// - Parameter lengths: the number of real tokens of each row among the `L` new ones, if rows
    ///   are padded: the window then ends at each row's last real token
    @discardableResult
    public func updateWindow(
        _ index: Int, _ source: MLXArray, width: Int, lengths: MLXArray? = nil
    ) -> MLXArray {
        let length = source.dim(1) - width
        guard width >= 0, length >= 0 else {
            return failure("ArraysCache", "Invalid causal cache window width.")
        }
        let state: MLXArray
        if let lengths {
            let starts = clip(lengths, min: 0, max: length)[0..., .newAxis]
            let positions = starts + arange(width)
            let trailing = Array(repeating: 1, count: source.ndim - 2)
            state = takeAlong(source, positions.reshaped(positions.shape + trailing), axis: 1)
        } else {
            state = contiguous(source[0..., length..<(length + width)])
        }
        arrays[index] = state
        return state
    }

    /// 0: states do not count tokens.
    public var offset: Int { 0 }

    /// Not for states: a layer sets the slots.
    public func update(keys: MLXArray, values: MLXArray) -> (MLXArray, MLXArray) {
        preconditionFailure("ArraysCache holds states, not keys and values")
    }

    /// The slots; an empty slot is an array of no elements, as in a prompt-cache file.
    public var state: [MLXArray] {
        get { arrays.map { $0 ?? MLXArray([] as [Float]) } }
        set { arrays = newValue.map { $0.size == 0 ? nil : $0 } }
    }

    public func restore(state: [MLXArray], metaState: [String]) throws {
        guard state.count == arrays.count else {
            throw CacheStateError.arrayCount(
                cache: pythonClassName, expected: [arrays.count], found: state.count)
        }
        try validateNumbers(metaState, count: 0)
        self.state = state
    }

    public var isEmpty: Bool { arrays.allSatisfy { $0 == nil } }

    public var byteCount: Int { arrays.reduce(0) { $0 + ($1?.nbytes ?? 0) } }

    public var pythonClassName: String { "ArraysCache" }
}
