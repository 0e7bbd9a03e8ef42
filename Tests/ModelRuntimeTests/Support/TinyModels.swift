import MLX
import MLXNN
import ModelPorted

@testable import ModelRuntime

struct TinyConfiguration: Decodable {
    var vocabulary: Int
    var dimensions: Int

    enum CodingKeys: String, CodingKey {
        case vocabulary = "vocab_size"
        case dimensions = "hidden_size"
    }
}

/// The smallest language model: the next token depends on the last one alone.
final class BigramModel: Module, GenerativeModel {
    @ModuleInfo(key: "embed") var embed: Embedding
    @ModuleInfo(key: "head") var head: Linear
    /// Whether the model makes embeddings of its own, as mlx-vlm's do.
    let embedsInputs: Bool
    /// The lengths of the passes so far.
    var passes: [Int] = []

    init(_ configuration: TinyConfiguration, embedsInputs: Bool = false) {
        _embed.wrappedValue = Embedding(
            embeddingCount: configuration.vocabulary, dimensions: configuration.dimensions)
        _head.wrappedValue = Linear(configuration.dimensions, configuration.vocabulary, bias: false)
        self.embedsInputs = embedsInputs
    }

    func inputFeatures(_ inputs: ModelInputs) throws -> InputEmbeddingsFeatures? {
        guard embedsInputs, let ids = inputs.inputIds else { return nil }
        return InputEmbeddingsFeatures(inputsEmbeds: embed(ids))
    }

    func callAsFunction(
        _ inputs: ModelInputs, cache: [any KVCache]?
    ) throws -> LanguageModelOutput {
        let embeddings = inputs.inputsEmbeds ?? embed(inputs.inputIds!)
        passes.append(embeddings.dim(1))
        return LanguageModelOutput(logits: head(embeddings) * 10)
    }

    func makeCache() -> [any KVCache] { [] }

    func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try weights.mapKeys { $0.hasPrefix("model.") ? String($0.dropFirst("model.".count)) : $0 }
    }
}

extension ModelFactory {
    /// The tiny model under both packages.
    static let tiny = ModelFactory(types: [
        ModelType("bigram", .mlxVLM) {
            BigramModel(try $0.decode(TinyConfiguration.self), embedsInputs: true)
        },
        ModelType("bigram", .mlxLM) { BigramModel(try $0.decode(TinyConfiguration.self)) },
        ModelType("llama", .mlxLM) { BigramModel(try $0.decode(TinyConfiguration.self)) },
    ])
}
