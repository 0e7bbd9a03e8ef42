import MLX
import ModelPorted
import Testing

@Suite("A cache that a model has for itself")
struct BaseKVCacheTests {
    /// What the compiler makes of a class of two arrays.
    private final class Sums: BaseKVCache {
        var total: MLXArray?
        var last: MLXArray?
        override var heldArrays: [MLXArray?] { [total, last] }
        override var pythonClassName: String { "Sums" }
    }

    @Test("is empty until it holds an array")
    func emptiness() {
        let cache = Sums()
        #expect(cache.isEmpty)
        #expect(cache.byteCount == 0)
        cache.last = MLXArray.zeros([1, 2, 3])
        #expect(!cache.isEmpty)
        #expect(cache.byteCount == 24)
    }

    @Test("has an array of no elements in the place of each that is not there")
    func state() {
        let cache = Sums()
        cache.last = MLXArray.zeros([1, 2, 3])
        #expect(cache.state.map(\.shape) == [[0], [1, 2, 3]])
    }

    @Test("counts no tokens and gives none back")
    func tokens() {
        let cache = Sums()
        cache.offset = 7
        #expect(cache.size == 0)
        #expect(!cache.isTrimmable)
        #expect(cache.trim(3) == 0)
        #expect(cache.offset == 7)
    }

    @Test("is not restored from a file")
    func restoring() {
        #expect(throws: CacheStateError.unknown(cache: "Sums")) {
            try Sums().restore(state: [MLXArray(1), MLXArray(2)], metaState: [])
        }
    }
}
