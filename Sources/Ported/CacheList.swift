// Ported from mlx_vlm/models/cache.py (`CacheList`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// Several caches of one layer, such as one for attention and one for a recurrent state.
///
/// Stands for `CacheList`.
public final class CacheList: KVCache {
    /// The caches.
    public let caches: [any KVCache]

    /// A list of `caches`.
    public init(_ caches: any KVCache...) {
        self.caches = caches
    }

    /// A list of `caches`.
    public init(_ caches: [any KVCache]) {
        self.caches = caches
    }

    /// The cache at `index`.
    public subscript(index: Int) -> any KVCache { caches[index] }

    /// The first cache's offset.
    public var offset: Int { caches.first?.offset ?? 0 }

    /// Not for a list: a layer updates the caches.
    public func update(keys: MLXArray, values: MLXArray) -> (MLXArray, MLXArray) {
        preconditionFailure("CacheList holds caches, not keys and values")
    }

    public var isTrimmable: Bool { caches.allSatisfy { $0.isTrimmable } }

    @discardableResult
    public func trim(_ n: Int) -> Int {
        caches.reduce(0) { _, cache in cache.trim(n) }
    }

    /// The states of all caches, one after the other.
    public var state: [MLXArray] {
        get { caches.flatMap { $0.state } }
        set {
            var rest = newValue[...]
            for cache in caches {
                let count = cache.state.count
                cache.state = Array(rest.prefix(count))
                rest = rest.dropFirst(count)
            }
        }
    }

    /// For each cache its Python class name, the numbers of its arrays and numbers, its numbers.
    public var metaState: [String] {
        get {
            caches.flatMap { cache in
                let numbers = cache.metaState
                return [cache.pythonClassName, "\(cache.state.count)", "\(numbers.count)"] + numbers
            }
        }
        set {
            var rest = newValue[...]
            for cache in caches {
                let count = cache.metaState.count
                cache.metaState = Array(rest.dropFirst(3).prefix(count))
                rest = rest.dropFirst(3 + count)
            }
        }
    }

    public func restore(state: [MLXArray], metaState: [String]) throws {
        var (arrays, rest) = (state[...], metaState[...])
        for cache in caches {
            let header = Array(rest.prefix(3))
            guard header.count == 3, header[0] == cache.pythonClassName,
                let arrayCount = Int(header[1]), (0...arrays.count).contains(arrayCount),
                let numberCount = Int(header[2]), (0...rest.count - 3).contains(numberCount)
            else {
                throw CacheStateError.metaState(
                    cache: "\(pythonClassName).\(cache.pythonClassName)", expected: 2, found: header
                )
            }
            rest = rest.dropFirst(3)
            try cache.restore(
                state: Array(arrays.prefix(arrayCount)),
                metaState: Array(rest.prefix(numberCount)))
            arrays = arrays.dropFirst(arrayCount)
            rest = rest.dropFirst(numberCount)
        }
        guard arrays.isEmpty, rest.isEmpty else {
            throw CacheStateError.arrayCount(
                cache: pythonClassName, expected: [state.count - arrays.count], found: state.count)
        }
    }

    public var size: Int { caches.map { $0.size }.max() ?? 0 }

    public var isEmpty: Bool { caches.first?.isEmpty ?? true }

    public var byteCount: Int { caches.reduce(0) { $0 + $1.byteCount } }

    public var pythonClassName: String { "CacheList" }
}
