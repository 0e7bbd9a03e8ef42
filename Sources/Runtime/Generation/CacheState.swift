import MLX
import ModelPorted

/// What mlx-lm stores of a cache (`state`): arrays, numbers, names and nothing, nested.
indirect enum CacheState {
    case array(MLXArray)
    case int(Int)
    case text(String)
    case none
    case list([CacheState])

    /// The state of a cache as mlx-lm's class of the same name has it.
    ///
    /// - Throws: ``ModelRuntimeError`` for a cache that mlx-lm does not have.
    init(_ cache: any KVCache) throws {
        switch cache {
        case let cache as KVCacheSimple where type(of: cache) == KVCacheSimple.self:
            self = .list([Self(cache.keys), Self(cache.values), .int(cache.offset)])
        case let cache as ConcatenateKVCache:
            self = .list([Self(cache.keys), Self(cache.values)])
        case let cache as RotatingKVCache:
            self = .list(
                [Self(cache.keys), Self(cache.values)]
                    + [cache.offset, cache.keep, cache.maxSize, cache.index].map { .int($0) })
        case let cache as QuantizedKVCache:
            let parts = cache.state.map { Self.array($0) }
            self = .list(
                [
                    parts.isEmpty ? .none : .list(Array(parts[..<3])),
                    parts.isEmpty ? .none : .list(Array(parts[3...])),
                ] + [cache.offset, cache.groupSize, cache.bits].map { .int($0) })
        case let cache as ChunkedKVCache:
            self = .list(
                [Self(cache.keys), Self(cache.values)]
                    + [cache.offset, cache.chunkSize, cache.startPosition].map { .int($0) })
        case let cache as ArraysCache:
            self = .list([
                .list((0..<cache.count).map { Self(cache[$0]) }), Self(cache.leftPadding),
                Self(cache.lengths),
            ])
        case let cache as CacheList:
            self = .list(
                try cache.caches.map { .list([try Self($0), .text($0.pythonClassName)]) })
        default:
            throw ModelRuntimeError.unsupported(
                "a cache of the class \(cache.pythonClassName) cannot be stored in a file")
        }
    }

    private init(_ array: MLXArray?) { self = array.map { .array($0) } ?? .none }

    private var array: MLXArray? {
        if case .array(let array) = self { array } else { nil }
    }
    private var int: Int? {
        if case .int(let int) = self { int } else { nil }
    }
    private var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
    private var list: [CacheState]? {
        if case .list(let list) = self { list } else { nil }
    }

    /// The cache of a class of mlx-lm with this state (`from_state`).
    ///
    /// - Throws: ``ModelRuntimeError`` or `CacheStateError` if it is not the state of such a cache.
    func makeCache(className: String) throws -> any KVCache {
        let malformed = ModelRuntimeError.input("the state of a \(className) is malformed")
        guard let parts = list else { throw malformed }
        switch className {
        case "ArraysCache":
            guard parts.count == 3, let slots = parts[0].list else { throw malformed }
            let cache = ArraysCache(size: slots.count)
            for (index, slot) in slots.enumerated() { cache[index] = slot.array }
            (cache.leftPadding, cache.lengths) = (parts[1].array, parts[2].array)
            return cache
        case "CacheList":
            return CacheList(
                try parts.map { part in
                    guard let pair = part.list, pair.count == 2, let name = pair[1].text else {
                        throw malformed
                    }
                    return try pair[0].makeCache(className: name)
                })
        default: break
        }
        let numbers = parts.dropFirst(2).compactMap(\.int)
        guard parts.count == numbers.count + 2, numbers.allSatisfy({ $0 >= 0 }) else {
            throw malformed
        }
        let arrays = parts.prefix(2).flatMap { part in
            part.list.map { $0.compactMap(\.array) } ?? [part.array].compactMap { $0 }
        }
        switch (className, numbers.count) {
        case ("KVCache", 1):
            let cache = KVCacheSimple()
            try cache.restore(state: arrays, metaState: [])
            cache.offset = try position(numbers[0], in: arrays, malformed)
            return cache
        case ("ConcatenateKVCache", 0):
            let cache = ConcatenateKVCache()
            try cache.restore(state: arrays, metaState: [])
            return cache
        case ("RotatingKVCache", 4):
            let (offset, keep, size, index) = (numbers[0], numbers[1], numbers[2], numbers[3])
            let cache = RotatingKVCache(maxSize: size, keep: keep)
            _ = try position(index, in: arrays, malformed)
            try cache.restore(
                state: arrays, metaState: [keep, size, offset, index].map(String.init))
            return cache
        case ("QuantizedKVCache", 3):
            let cache = QuantizedKVCache(groupSize: numbers[1], bits: numbers[2])
            _ = try position(numbers[0], in: arrays, malformed)
            try cache.restore(state: arrays, metaState: numbers.map(String.init))
            return cache
        case ("ChunkedKVCache", 3):
            let cache = ChunkedKVCache(chunkSize: numbers[1])
            let start = numbers[2]
            try cache.restore(state: arrays, metaState: [numbers[1], start].map(String.init))
            cache.offset = try start + position(numbers[0] - start, in: arrays, malformed)
            return cache
        default:
            throw ModelRuntimeError.unsupported("caches of the class \(className) are not known")
        }
    }

    /// A position that arrays [B, H, S, D] have.
    private func position(
        _ position: Int, in arrays: [MLXArray], _ malformed: ModelRuntimeError
    ) throws -> Int {
        guard position >= 0,
            arrays.allSatisfy({ $0.ndim == 4 && position <= $0.dim(2) }),
            position == 0 || !arrays.isEmpty
        else { throw malformed }
        return position
    }
}
