import MLX
import MLXNN
import ModelPorted
import ModelShared
import ModelTestSupport
import Testing

private typealias Attention = StandardAttention<LayerConfiguration>
private typealias FeedForward = StandardMLP<LayerConfiguration>
private typealias Layer = StandardDecoderLayer<Attention, FeedForward>

@Suite("A standard decoder layer gives the same bits as those of mlx-vlm")
struct StandardDecoderLayerTests {
    struct Call: Decodable {
        var name: String
        var dtype: String
        var cache: String
        var input: String
    }

    @Test(arguments: ["llama", "llama-bias", "qwen2", "qwen3"], [DType.float32, .bfloat16])
    func `through a prompt, single tokens and a second prompt`(
        family: String, dtype: DType
    ) throws {
        let recording = try Recording(family)
        let layer = try Layer(try #require(LayerConfiguration.recorded[family]))
        let weights = recording.tensors(under: "weights.").mapValues { $0.asType(dtype) }
        try layer.update(
            parameters: ModuleParameters.unflattened(weights), verify: [.all])

        let calls = try recording.json("calls", as: [Call].self)
        for (kind, window) in [("none", nil), ("simple", nil), ("sliding", 4)] as [(String, Int?)] {
            let cache: (any KVCache)? =
                switch kind {
                case "simple": KVCacheSimple()
                case "sliding": RotatingKVCache(maxSize: 4)
                default: nil
                }
            for call in calls where call.cache == kind && call.dtype == "\(dtype)" {
                let x = try recording(call.input).asType(dtype)
                let mask = createAttentionMask(x, cache: cache, windowSize: window)
                let output = layer(x, mask: mask, cache: cache)
                #expect(try difference(output, recording(call.name)) == nil, "\(call.name)")
            }
        }
    }

    @Test(arguments: ["llama", "llama-bias", "qwen2", "qwen3"])
    func `has the parameters of the Python layer`(family: String) throws {
        let weights = try Recording(family).tensors(under: "weights.")
        let layer = try Layer(try #require(LayerConfiguration.recorded[family]))
        let parameters = layer.parameters().flattened()
        #expect(parameters.map(\.0).sorted() == weights.keys.sorted())
        for (path, parameter) in parameters {
            #expect(parameter.shape == weights[path]?.shape, "\(path)")
        }
    }

    @Test func `keeps whether it slides`() throws {
        let configuration = try #require(LayerConfiguration.recorded["llama"])
        #expect(try Layer(configuration, useSliding: true).useSliding)
        #expect(try !Layer(configuration).useSliding)
    }
}

@Suite("A standard attention")
struct StandardAttentionTests {
    @Test func `scales by the head size unless told otherwise`() {
        let parameters = AttentionParameters(
            dimensions: 12, heads: 4, keyValueHeads: 2, headDimensions: 6)
        #expect(parameters.scale == 0.408248290463863)
        let scaled = AttentionParameters(
            dimensions: 12, heads: 4, keyValueHeads: 2, headDimensions: 6, scale: 0.5)
        #expect(scaled.scale == 0.5)
    }

    @Test func `works without rotary embedding`() throws {
        let attention = try Attention(
            LayerConfiguration(dimensions: 12, headDimensions: 4, rope: nil))
        let x = MLXArray.ones([1, 3, 12])
        #expect(attention(x, mask: .causal).shape == [1, 3, 12])
    }

    @Test func `rotates a part of each head`() throws {
        let attention = try Attention(
            LayerConfiguration(
                dimensions: 12, headDimensions: 8, rope: RotaryParameters(dimensions: 4, base: 100))
        )
        #expect(attention(MLXArray.ones([2, 3, 12])).shape == [2, 3, 12])
    }

    @Test func `refuses numbers that fit no attention`() {
        var configuration = LayerConfiguration(dimensions: 12, headDimensions: 4, rope: nil)
        configuration.attention.keyValueHeads = 3
        let error = #expect(throws: ParameterError.self) { try Attention(configuration) }
        #expect(
            error?.description == "4 attention heads are not a multiple of 3 key-value heads")
        configuration.attention.heads = 0
        #expect(throws: ParameterError.invalid("heads must be positive, found 0")) {
            try Attention(configuration)
        }
    }

    @Test func `refuses a rope_scaling that cannot be used`() {
        let configuration = LayerConfiguration(
            dimensions: 12, headDimensions: 4,
            rope: RotaryParameters(dimensions: 4, base: 100, scaling: ["type": "spiral"]))
        #expect(throws: RoPEError.unsupportedType("spiral")) { try Attention(configuration) }
    }
}

@Suite("A standard feed-forward network")
struct StandardMLPTests {
    @Test(arguments: [
        MLPParameters.Activation.swiglu, .silu, .gelu, .geluApproximate, .geluFastApproximate,
    ]) func `keeps the shape with every activation`(activation: MLPParameters.Activation) throws {
        var configuration = LayerConfiguration(dimensions: 12, headDimensions: 4, rope: nil)
        configuration.mlp.activation = activation
        let x = MLXArray.ones([2, 3, 12])
        #expect(try FeedForward(configuration)(x).shape == [2, 3, 12])
    }
}
