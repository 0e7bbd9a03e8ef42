import ModelPorted
import Testing

@Suite("Caches of a model that does not make its own")
struct PromptCacheTests {
    @Test func `one for each layer, bounded if asked`() {
        let plain = makePromptCache(layerCount: 3)
        #expect(plain.count == 3)
        #expect(plain.allSatisfy { $0 is KVCacheSimple })

        let bounded = makePromptCache(layerCount: 2, maxKVSize: 16)
        #expect(bounded.map(\.metaState) == [["4", "16", "0", "0"], ["4", "16", "0", "0"]])
    }

    @Test func `the last of more than two layers is not quantised`() {
        #expect((0..<2).map { shouldQuantizeKVLayer($0, of: 2) } == [true, true])
        #expect((0..<3).map { shouldQuantizeKVLayer($0, of: 3) } == [true, true, false])
    }
}
