// Ported from mlx_vlm/models/cache.py (`_BaseCache`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// A cache that holds nothing yet: what a model's own cache extends.
///
/// Stands for `_BaseCache`, and for the caches of models that extend nothing in Python, where it is enough to have
/// the members that are asked for.
open class BaseKVCache: KVCache {
    private var position = 0

    /// The position of the next token; subclasses move it on.
    open var offset: Int {
        get { position }
        set { position = newValue }
    }

    /// An empty cache.
    public init() {}

    /// Not for caches whose layers set their arrays.
    open func update(keys: MLXArray, values: MLXArray) -> (MLXArray, MLXArray) {
        preconditionFailure("\(pythonClassName) has no keys and values")
    }

    open func makeMask(n: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask {
        promptMask(n: n, windowSize: windowSize, returnArray: returnArray)
    }

    /// The arrays held, in the order of the Python's `state`; none here, and none are taken.
    open var heldArrays: [MLXArray?] {
        get { [] }
        set { preconditionFailure("\(pythonClassName) takes no state") }
    }

    /// What `heldArrays` tells, an array of no elements for each that is not there.
    public var state: [MLXArray] {
        get { heldArrays.map { $0 ?? MLXArray([] as [Float]) } }
        set { heldArrays = newValue.map { $0.size == 0 ? nil : $0 } }
    }

    /// What stands beside the arrays; nothing here, and nothing is taken.
    open var metaState: [String] {
        get { [] }
        set { precondition(newValue.isEmpty, "\(pythonClassName) takes no meta state") }
    }

    /// Always fails: the packages' files know their own caches alone.
    public func restore(state: [MLXArray], metaState: [String]) throws {
        throw CacheStateError.unknown(cache: pythonClassName)
    }

    open var isTrimmable: Bool { false }

    @discardableResult
    open func trim(_ n: Int) -> Int { 0 }

    open var size: Int { 0 }

    open var isEmpty: Bool { heldArrays.allSatisfy { $0 == nil } }

    open var byteCount: Int { heldArrays.reduce(0) { $0 + ($1?.nbytes ?? 0) } }

    open var pythonClassName: String { "_BaseCache" }
}
