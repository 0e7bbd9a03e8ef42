import MLX
import ModelPorted
import Testing

@Suite("A cache that a model has for itself")
struct BaseKVCacheTests {
    /// What the compiler makes of a class of two arrays.
    private final class Sums: BaseKVCache {
        var total: MLXArray?
        var last: MLXArray?
        override var heldArrays: [MLXArray?] {
            get { [total, last] }
            set { (total, last) = (newValue[0], newValue[1]) }
        }
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

    @Test("takes the state that it gave, with what is not there")
    func takingState() {
        let (cache, other) = (Sums(), Sums())
        cache.last = MLXArray.zeros([1, 2, 3])
        other.total = MLXArray(1)
        other.state = cache.state
        #expect(other.total == nil)
        #expect(other.last?.shape == [1, 2, 3])
        #expect(other.metaState == [])
    }

    /// What the compiler makes of a class that has the state of another cache beside an array.
    private final class Indexed: BaseKVCache {
        var heldState: ([MLXArray]?, MLXArray?) = (nil, nil)
        override var heldArrays: [MLXArray?] {
            get {
                let (arrays, array2) = heldState
                return (arrays ?? []) + [array2]
            }
            set {
                heldState = (
                    newValue.dropLast().compactMap(\.self).nonEmpty, newValue[newValue.count - 1]
                )
            }
        }
        var heldText = "0"
        override var metaState: [String] {
            get { [heldText] }
            set { heldText = newValue[0] }
        }
    }

    @Test("takes a list of arrays that it gave beside one", arguments: [true, false])
    func takingList(hasKeys: Bool) {
        let (cache, other) = (Indexed(), Indexed())
        let keys = [MLXArray.zeros([1, 2]), MLXArray.zeros([1, 3])]
        cache.heldState = (hasKeys ? keys : nil, hasKeys ? MLXArray.zeros([1, 4]) : nil)
        cache.heldText = "4"
        (other as any KVCache).state = cache.state
        (other as any KVCache).metaState = cache.metaState
        #expect(other.heldState.0?.map(\.shape) == (hasKeys ? [[1, 2], [1, 3]] : nil))
        #expect(other.heldState.1?.shape == (hasKeys ? [1, 4] : nil))
        #expect(other.heldText == "4")
    }

    /// A class that has the position of another cache.
    private final class Shifted: BaseKVCache {
        let inner = KVCacheSimple()
        override var offset: Int {
            get { inner.offset + 1 }
            set { inner.offset = newValue - 1 }
        }
    }

    @Test("may have its position from elsewhere")
    func position() {
        let cache = Shifted()
        cache.offset += 4
        #expect(cache.inner.offset == 4)
        #expect((cache as any KVCache).offset == 5)
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
