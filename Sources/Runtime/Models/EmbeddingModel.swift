import MLX
import MLXNN
import ModelPorted

/// What an encoder gives (`EmbeddingOutput`, mlx_vlm/models/pooling.py).
public struct EmbeddingOutput {
    /// The last layer's states [B, L, D].
    public var lastHiddenState: MLXArray
    /// One vector of length 1 for each text [B, D].
    public var textEmbeds: MLXArray

    /// An output.
    public init(lastHiddenState: MLXArray, textEmbeds: MLXArray) {
        self.lastHiddenState = lastHiddenState
        self.textEmbeds = textEmbeds
    }

    /// The tensors by the Python fields' names.
    var tensors: [(name: String, array: MLXArray)] {
        [("last_hidden_state", lastHiddenState), ("text_embeds", textEmbeds)]
    }
}

/// A model that gives texts vectors and generates nothing: `Model` of an encoder of mlx-vlm.
public protocol EmbeddingModel: GenerativeModel {
    /// One pass over texts of equal length.
    ///
    /// - Parameter inputs: `input_ids` [B, L]; `attention_mask` [B, L], 1 where there is a token, and
    ///   `token_type_ids` [B, L] if there are any.
    func textEmbeddings(of inputs: ModelInputs) throws -> EmbeddingOutput
}

extension EmbeddingModel {
    /// What encoders read.
    public var inputNames: Set<String> { ["input_ids", "attention_mask", "token_type_ids"] }

    /// Nothing is generated.
    public func callAsFunction(
        _ inputs: ModelInputs, cache: [any KVCache]?
    ) throws -> LanguageModelOutput {
        throw ModelRuntimeError.unsupported(
            "the model gives texts vectors and generates none: use `llm-tool embed`")
    }

    /// Nothing is generated.
    public func makeCache() throws -> [any KVCache] {
        throw ModelRuntimeError.unsupported(
            "the model gives texts vectors and generates none: use `llm-tool embed`")
    }
}

extension Module {
    /// Runs the body of a `callAsFunction` that returns an output, and tells an observer its arrays.
    public final func observe(_ body: () throws -> EmbeddingOutput) rethrows -> EmbeddingOutput {
        try observe(outputs: { $0.tensors.map(\.array) }, body)
    }
}
