// Ported from mlx_vlm/models/cache.py (`_BaseCache`), mlx-vlm 0.7.10, MIT,
// sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

import MLX

/// What a model keeps of the tokens that it has seen, one cache for each layer.
///
/// Most caches hold attention keys and values; `ArraysCache` holds the states of recurrent layers
/// and `CacheList` several caches of one layer. Stands for `_BaseCache` and the methods that its
/// subclasses share.
public protocol KVCache: AnyObject {
    /// The position of the next token: how many tokens have been processed.
    var offset: Int { get }

    /// Appends keys `[B, H, L, Dk]` and values `[B, H, L, Dv]` and returns all that attention sees,
    /// `[B, H, S, Dk]` and `[B, H, S, Dv]`. Python's `update_and_fetch`.
    func update(keys: MLXArray, values: MLXArray) -> (MLXArray, MLXArray)

    /// The mask with which `n` new tokens attend to this cache and to each other.
    ///
    /// - Parameters:
    ///   - n: the number of new tokens
    ///   - windowSize: how many tokens each one sees, itself included; nil for all
    ///   - returnArray: whether the mask must be an array even where `.causal` says the same
    func makeMask(n: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask

    /// The arrays that a prompt-cache file stores, in Python's order; empty for an empty cache.
    ///
    /// Setting it takes what a cache of the same kind returned; a file's content goes through
    /// `restore(state:metaState:)`, which checks it.
    var state: [MLXArray] { get set }

    /// The numbers that a prompt-cache file stores beside `state`, as Python's `str` writes them.
    var metaState: [String] { get set }

    /// Whether `trim` can take tokens away.
    var isTrimmable: Bool { get }

    /// Forgets the last `n` tokens and returns how many it forgot.
    @discardableResult
    func trim(_ n: Int) -> Int

    /// The number of tokens held; 0 where a cache does not count them.
    var size: Int { get }

    /// Whether nothing has been stored yet.
    var isEmpty: Bool { get }

    /// The memory of the arrays held, in bytes.
    var byteCount: Int { get }

    /// The name of the Python class, by which prompt-cache files list their caches.
    var pythonClassName: String { get }

    /// Sets the content of a prompt-cache file.
    ///
    /// - Throws: `CacheStateError` if the content is not that of such a cache.
    func restore(state: [MLXArray], metaState: [String]) throws
}

extension KVCache {
    /// The mask of a cache whose Python class has no `make_mask`: that of a prompt without cache.
    public func makeMask(n: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask {
        promptMask(n: n, windowSize: windowSize, returnArray: returnArray)
    }

    /// No numbers beside the arrays.
    public var metaState: [String] {
        get { [] }
        set {}
    }

    /// Not trimmable.
    public var isTrimmable: Bool { false }

    /// Forgets nothing.
    @discardableResult
    public func trim(_ n: Int) -> Int { 0 }

    /// Does not count its tokens.
    public var size: Int { 0 }

    /// The memory of `state`.
    public var byteCount: Int { state.reduce(0) { $0 + $1.nbytes } }
}

/// The content of a prompt-cache file does not fit the cache that it names.
public enum CacheStateError: Error, Equatable, CustomStringConvertible {
    /// The number of arrays is none of those that the cache can hold.
    case arrayCount(cache: String, expected: [Int], found: Int)
    /// An array has another rank than `[B, H, L, D]`.
    case rank(cache: String, expected: Int, found: Int)
    /// The numbers beside the arrays are too many, too few or not whole numbers.
    case metaState(cache: String, expected: Int, found: [String])
    /// The class is a model's own, which no file has.
    case unknown(cache: String)

    public var description: String {
        switch self {
        case .arrayCount(let cache, let expected, let found):
            let counts = expected.map(String.init).joined(separator: " or ")
            return "\(cache): the state has \(found) arrays, expected \(counts)"
        case .rank(let cache, let expected, let found):
            return "\(cache): a state array has \(found) dimensions, expected \(expected)"
        case .metaState(let cache, let expected, let found):
            return "\(cache): the meta state \(found) is not \(expected) whole numbers"
        case .unknown(let cache):
            return "\(cache): cannot be restored, files do not have caches of this class"
        }
    }
}

extension KVCache {
    /// Checks that `state` has one of the `counts` and holds only arrays of rank 4.
    func validateArrays(_ state: [MLXArray], counts: [Int]) throws {
        guard counts.contains(state.count) else {
            throw CacheStateError.arrayCount(
                cache: pythonClassName, expected: counts, found: state.count)
        }
        for array in state where array.ndim != 4 {
            throw CacheStateError.rank(cache: pythonClassName, expected: 4, found: array.ndim)
        }
    }

    /// Checks that `metaState` is `count` whole numbers.
    func validateNumbers(_ metaState: [String], count: Int) throws {
        guard metaState.count == count, metaState.allSatisfy({ Int($0) != nil }) else {
            throw CacheStateError.metaState(
                cache: pythonClassName, expected: count, found: metaState)
        }
    }

    /// The numbers of a valid meta state.
    func numbers(_ metaState: [String]) -> [Int] {
        metaState.map { text in
            guard let number = Int(text) else {
                preconditionFailure("\(pythonClassName): meta state \(metaState)")
            }
            return number
        }
    }
}

/// How many positions of the prompt a cache has seen (`cache_position_offset`); 0 without a cache.
public func cachePositionOffset(_ cache: (any KVCache)?) -> Int {
    cache?.offset ?? 0
}
