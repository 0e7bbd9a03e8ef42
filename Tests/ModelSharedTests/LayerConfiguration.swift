import ModelPorted
import ModelShared

/// A configuration of the shared components, as the generator would bind a family's.
struct LayerConfiguration: AttentionConfiguration, MLPConfiguration, DecoderLayerConfiguration {
    var attention: AttentionParameters
    var mlp: MLPParameters
    var decoderLayer: DecoderLayerParameters
}

extension LayerConfiguration {
    /// The layers of the fixtures, by the fixtures' names.
    static let recorded: [String: LayerConfiguration] = [
        "llama": LayerConfiguration(
            dimensions: 12, headDimensions: 4,
            rope: RotaryParameters(
                dimensions: 4, base: 500_000,
                scaling: [
                    "rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0,
                    "high_freq_factor": 4.0, "original_max_position_embeddings": 64,
                ], maxPositionEmbeddings: 256)),
        "llama-bias": LayerConfiguration(
            dimensions: 12, headDimensions: 4, bias: true, outputBias: true, mlpBias: true,
            rope: RotaryParameters(dimensions: 4, base: 10000, traditional: true)),
        "qwen2": LayerConfiguration(
            dimensions: 16, headDimensions: 4, bias: true,
            rope: RotaryParameters(dimensions: 4, base: 1_000_000)),
        "qwen3": LayerConfiguration(
            dimensions: 12, headDimensions: 6, queryKeyNorm: .perHead(eps: 1e-5),
            rope: RotaryParameters(dimensions: 6, base: 1_000_000)),
    ]

    init(
        dimensions: Int, headDimensions: Int, bias: Bool = false, outputBias: Bool = false,
        mlpBias: Bool = false, queryKeyNorm: AttentionParameters.QueryKeyNorm = .none,
        rope: RotaryParameters?
    ) {
        attention = AttentionParameters(
            dimensions: dimensions, heads: 4, keyValueHeads: 2, headDimensions: headDimensions,
            bias: bias, outputBias: outputBias, queryKeyNorm: queryKeyNorm, rope: rope)
        mlp = MLPParameters(dimensions: dimensions, hiddenDimensions: 18, bias: mlpBias)
        decoderLayer = DecoderLayerParameters(dimensions: dimensions, normEps: 1e-5)
    }
}
