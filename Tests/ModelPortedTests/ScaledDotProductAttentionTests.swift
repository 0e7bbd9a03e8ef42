import MLX
import ModelPorted
import ModelTestSupport
import Testing

@Suite("Attention gives the same bits as that of mlx-vlm")
struct ScaledDotProductAttentionTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var arguments: [String: Int]
        var dtype: String
        var mask: String
        var heads: Int
        var sinks: Bool

        var testDescription: String { name }
    }

    static let cases: [Case] = {
        do { return try Recording("attention").json("cases") } catch { fatalError("\(error)") }
    }()

    @Test(arguments: cases) func `with plain and quantised caches`(test: Case) throws {
        let recording = try Recording("attention")
        func input(_ name: String) throws -> MLXArray {
            try recording(name).asType(dtype(test.dtype))
        }
        let cache: any KVCache =
            if let groupSize = test.arguments["group_size"], let bits = test.arguments["bits"] {
                QuantizedKVCache(groupSize: groupSize, bits: bits)
            } else {
                KVCacheSimple()
            }
        let mask: AttentionMask =
            switch test.mask {
            case "none": .none
            case "causal": .causal
            case "boolean": .array(try recording("boolean"))
            default: .array(try input("added"))
            }

        _ = cache.update(keys: try input("beforeKeys"), values: try input("beforeValues"))
        let (keys, values) = cache.update(keys: try input("keys"), values: try input("values"))
        let output = scaledDotProductAttention(
            queries: try input("queries")[0..., ..<test.heads], keys: keys, values: values,
            cache: cache, scale: 0.17677669529663687, mask: mask,
            sinks: test.sinks ? try input("sinks") : nil)
        #expect(try difference(output, recording(test.name)) == nil)
    }

    @Test func `a quantised cache gives its state back as plain arrays`() {
        let cache = QuantizedKVCache(groupSize: 32, bits: 8)
        let array = arange(64, dtype: .float32).reshaped(1, 1, 2, 32)
        let (keys, values) = cache.update(keys: array, values: array)
        let (plainKeys, plainValues) = dequantizeKVState(cache, keys, values)
        #expect(plainKeys.shape == [1, 1, 2, 32])
        #expect(abs(plainValues - array).max().item(Float.self) < 0.1)
    }

    @Test func `what a quantised cache cannot do is an error`() throws {
        let cache = QuantizedKVCache(groupSize: 32, bits: 8)
        let array = MLXArray.ones([1, 1, 2, 32])
        let (keys, values) = cache.update(keys: array, values: array)
        #expect(throws: MLXError.self) {
            try withError {
                scaledDotProductAttention(
                    queries: array, keys: keys, values: values, cache: cache, scale: 1,
                    sinks: MLXArray.ones([1]))
            }
        }
        #expect(throws: MLXError.self) {
            try withError {
                scaledDotProductAttention(
                    queries: array, keys: array, values: array, cache: cache, scale: 1)
            }
        }
    }
}
