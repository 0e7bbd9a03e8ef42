import MLX
import ModelPorted
import ModelTestSupport
import Testing

@Suite("Caches hold, return and mask what those of mlx-vlm do")
struct KVCacheTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var cache: String
        var arguments: [String: Int]
        var step: Int
        var steps: [Step]
        var state: Int

        var testDescription: String { "\(name) \(cache) \(arguments)" }

        func makeCache() throws -> any KVCache {
            let arguments = arguments
            switch cache {
            case "KVCache":
                let cache = KVCacheSimple()
                cache.step = step
                return cache
            case "ConcatenateKVCache":
                return ConcatenateKVCache()
            case "RotatingKVCache":
                let cache = RotatingKVCache(
                    maxSize: try #require(arguments["max_size"]), keep: arguments["keep"] ?? 0)
                cache.step = step
                return cache
            case "ChunkedKVCache":
                let cache = ChunkedKVCache(chunkSize: try #require(arguments["chunk_size"]))
                cache.step = step
                return cache
            default:
                let cache = QuantizedKVCache(
                    groupSize: try #require(arguments["group_size"]),
                    bits: try #require(arguments["bits"]))
                cache.step = step
                return cache
            }
        }
    }

    struct Step: Decodable, Sendable {
        var operation: String
        var masks: [String]?
        var count: Int?
        var trimmed: Int?
        var arrays: Int?
        var offset: Int
        var metaState: [String]
        var isTrimmable: Bool
        var size: Int
        var byteCount: Int
    }

    /// The masks that the recording asked for before each step.
    static let masks: [(n: Int, windowSize: Int?, returnArray: Bool)] = [
        (4, nil, false), (1, 3, false), (3, 3, false), (2, nil, true), (1, nil, true),
    ]

    static let cases: [Case] = {
        do { return try Recording("caches").json("cases") } catch { fatalError("\(error)") }
    }()

    @Test(arguments: cases) func `through prompts, single tokens and trims`(test: Case) throws {
        let recording = try Recording("caches")
        let cache = try test.makeCache()
        for (index, step) in test.steps.enumerated() {
            let at = "\(test.name).\(index)"
            if let expected = step.masks {
                let masks = Self.masks.map {
                    describe(
                        cache.makeMask(
                            n: $0.n, windowSize: $0.windowSize, returnArray: $0.returnArray))
                }
                #expect(masks == expected, "masks before step \(at)")
            }
            try perform(step, at, cache, recording)
            #expect(cache.offset == step.offset, "step \(at)")
            #expect(cache.metaState == step.metaState, "step \(at)")
            #expect(cache.isTrimmable == step.isTrimmable, "step \(at)")
            #expect(cache.size == step.size, "step \(at)")
            #expect(cache.byteCount == step.byteCount, "step \(at)")
        }
        try expectState(cache.state, test, recording)
        #expect(cache.pythonClassName == test.cache)
    }

    private func perform(
        _ step: Step, _ at: String, _ cache: any KVCache, _ recording: Recording
    ) throws {
        switch step.operation {
        case "trim":
            #expect(cache.trim(try #require(step.count)) == step.trimmed)
        case "trimFront":
            (cache as? ChunkedKVCache)?.maybeTrimFront()
        default:
            let (keys, values) = cache.update(
                keys: try recording("\(at).keys"), values: try recording("\(at).values"))
            // A quantised cache's results are packed keys, scales, biases, then the values'.
            let second = step.arrays == 6 ? 3 : 1
            #expect(try difference(keys, recording("\(at).fetched.0")) == nil, "keys of \(at)")
            #expect(
                try difference(values, recording("\(at).fetched.\(second)")) == nil,
                "values of \(at)")
        }
    }

    private func expectState(_ state: [MLXArray], _ test: Case, _ recording: Recording) throws {
        #expect(state.count == test.state)
        for (index, array) in state.enumerated() {
            #expect(
                try difference(array, recording("\(test.name).state.\(index)")) == nil,
                "state \(index)")
        }
    }

    @Test(arguments: cases) func `state and meta state restore a cache`(test: Case) throws {
        let recording = try Recording("caches")
        let state = try (0..<test.state).map { try recording("\(test.name).state.\($0)") }
        let metaState = test.steps.last?.metaState ?? []
        let cache = try test.makeCache()
        try cache.restore(state: state, metaState: metaState)
        #expect(cache.metaState == metaState)
        if test.cache != "ChunkedKVCache" {
            try expectState(cache.state, test, recording)
            #expect(cache.offset == test.steps.last?.offset)
        }
    }

    @Test func `a state that is not the cache's is refused`() {
        let array = MLXArray.zeros([1, 1, 2, 4])
        #expect(throws: CacheStateError.arrayCount(cache: "KVCache", expected: [0, 2], found: 1)) {
            try KVCacheSimple().restore(state: [array], metaState: [])
        }
        #expect(throws: CacheStateError.rank(cache: "KVCache", expected: 4, found: 3)) {
            try KVCacheSimple().restore(state: [array[0], array[0]], metaState: [])
        }
        #expect(
            throws: CacheStateError.metaState(
                cache: "RotatingKVCache", expected: 4, found: ["0", "4", "x", "2"])
        ) {
            try RotatingKVCache(maxSize: 4).restore(
                state: [array, array], metaState: ["0", "4", "x", "2"])
        }
    }

    @Test func `an empty state empties a cache`() throws {
        let cache = KVCacheSimple()
        _ = cache.update(keys: MLXArray.zeros([1, 1, 2, 4]), values: MLXArray.zeros([1, 1, 2, 4]))
        try cache.restore(state: [], metaState: [])
        #expect(cache.isEmpty)
        #expect(cache.offset == 0)
        #expect(cache.state.isEmpty)
    }

    @Test func `a list of caches restores each of them`() throws {
        func makeList() -> CacheList {
            CacheList(RotatingKVCache(maxSize: 4), ArraysCache(size: 2))
        }
        let list = makeList()
        _ = list[0].update(
            keys: MLXArray.ones([1, 1, 2, 4]), values: MLXArray.ones([1, 1, 2, 4]))
        (list[1] as? ArraysCache)?[1] = MLXArray.ones([1, 3])
        #expect(!list.isTrimmable)
        #expect(list.size == 2)

        let restored = makeList()
        try restored.restore(state: list.state, metaState: list.metaState)
        #expect(restored.metaState == list.metaState)
        #expect(restored.offset == 2)
        #expect((restored[1] as? ArraysCache)?[0] == nil)
        #expect((restored[1] as? ArraysCache)?[1]?.shape == [1, 3])
        #expect(throws: CacheStateError.self) {
            try makeList().restore(state: [], metaState: list.metaState)
        }
    }

    @Test func `a window of states ends at each row's last real token`() throws {
        let cache = ArraysCache(size: 1)
        let source = arange(10).reshaped(2, 5)
        #expect(cache.updateWindow(0, source, width: 2).asArray(Int32.self) == [3, 4, 8, 9])
        let lengths = MLXArray([1, 3] as [Int32])
        let window = cache.updateWindow(0, source, width: 2, lengths: lengths)
        #expect(window.asArray(Int32.self) == [1, 2, 8, 9])
        #expect(cache[0]?.shape == [2, 2])
    }
}
