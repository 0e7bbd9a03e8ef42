import MLX
import ModelPorted
import ModelTestSupport
import Testing

@Suite("Masks are those of mlx-vlm")
struct AttentionMaskTests {
    struct Case: Decodable {
        var function: String
        var n: Int
        var offset: Int?
        var windowSize: Int?
        var padding: String?
        var returnArray: Bool?
        var mask: String
    }

    @Test func `createCausalMask with every offset, window and padding`() throws {
        let padding = MLXArray([0, 2] as [Int32])
        for test in try Recording("masks").json("cases", as: [Case].self)
        where test.function == "causal" {
            let mask = createCausalMask(
                n: test.n, offset: test.offset ?? 0, windowSize: test.windowSize,
                rightPadding: test.padding == "right" ? padding : nil,
                leftPadding: test.padding == "left" ? padding : nil)
            #expect(describe(.array(mask)) == test.mask, "\(test)")
        }
    }

    @Test func `createAttentionMask without a cache`() throws {
        for test in try Recording("masks").json("cases", as: [Case].self)
        where test.function == "attention" {
            let mask = createAttentionMask(
                MLXArray.zeros([1, test.n, 4]), windowSize: test.windowSize,
                returnArray: test.returnArray ?? false)
            #expect(describe(mask) == test.mask, "\(test)")
        }
    }

    @Test func `createAttentionMask asks the cache`() {
        let cache = KVCacheSimple()
        _ = cache.update(keys: MLXArray.zeros([1, 1, 2, 4]), values: MLXArray.zeros([1, 1, 2, 4]))
        let h = MLXArray.zeros([1, 2, 4])
        #expect(describe(createAttentionMask(h, cache: cache)) == "causal")
        #expect(describe(createAttentionMask(h, cache: cache, windowSize: 2)) == "[2, 4] 01100011")
    }

    @Test func `a cache without make_mask gets the mask of a prompt without cache`() {
        let cache = ChunkedKVCache(chunkSize: 8)
        _ = cache.update(keys: MLXArray.zeros([1, 1, 2, 4]), values: MLXArray.zeros([1, 1, 2, 4]))
        let mask = createAttentionMask(MLXArray.zeros([1, 2, 4]), cache: cache, returnArray: true)
        #expect(describe(mask) == "[2, 2] 1011")
    }

    @Test func `createSSMMask marks the real tokens of padded rows`() throws {
        let h = MLXArray.zeros([2, 3, 4])
        #expect(createSSMMask(h) == nil)
        #expect(createSSMMask(h, cache: ArraysCache(size: 1)) == nil)

        let padded = ArraysCache(size: 1, leftPadding: [0, 2])
        let mask = try #require(createSSMMask(h, cache: padded))
        #expect(describe(.array(mask)) == "[2, 3] 111001")
        padded.advance(1)
        let next = try #require(createSSMMask(h, cache: padded))
        #expect(describe(.array(next)) == "[2, 3] 111011")
    }
}
