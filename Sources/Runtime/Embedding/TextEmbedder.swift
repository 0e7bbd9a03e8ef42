import MLX
import ModelPorted

/// Gives texts vectors, as mlx-vlm's server does (`_embed`, mlx_vlm/server/embeddings.py): all texts in
/// one pass, padded to the longest.
public struct TextEmbedder {
    private let model: any EmbeddingModel
    private let tokenizer: any Tokenizer
    private let padding: Int
    private let limit: Int
    private let pooling: String?

    /// An embedder.
    ///
    /// - Throws: ``ModelRuntimeError`` if the model is no encoder, or pools in a way that is not
    ///   supported.
    public init(_ loaded: LoadedModel, tokenizer: any Tokenizer) throws {
        guard let model = loaded.model as? any EmbeddingModel else {
            throw ModelRuntimeError.unsupported(
                "\(loaded.type.name) is no model that gives texts vectors")
        }
        pooling = try Self.statedPooling(loaded.directory)
        self.model = model
        self.tokenizer = tokenizer
        let json = loaded.configuration.json
        padding = json["pad_token_id"]?.int ?? 0
        let settings = try loaded.directory.jsonIfPresent("tokenizer_config.json")
        let stated = settings?["model_max_length"]?.double ?? 512
        let positions = json["max_position_embeddings"]?.int ?? 8192
        limit = min(stated < 8192 ? max(Int(stated), 2) : 8192, positions)
    }

    /// One vector of length 1 for each text.
    ///
    /// - Parameter texts: at least one; what is longer than the model takes is cut off.
    /// - Returns: [B, D].
    /// - Throws: ``ModelRuntimeError``.
    public func callAsFunction(_ texts: [String]) throws -> MLXArray {
        guard !texts.isEmpty else { throw ModelRuntimeError.input("there is no text to embed") }
        let rows = try texts.map { shortened(try tokenizer.encode($0, addSpecialTokens: true)) }
        let length = rows.map(\.count).max() ?? 0
        guard length > 0 else {
            throw ModelRuntimeError.input("the tokenizer makes no tokens of the text")
        }
        func matrix(_ row: ([Int]) -> [Int32]) -> MLXArray {
            MLXArray(rows.flatMap(row), [rows.count, length])
        }
        var inputs = ModelInputs(
            inputIds: matrix { row in
                row.map(Int32.init)
                    + Array(repeating: Int32(padding), count: length - row.count)
            })
        let mask = matrix { row in (0..<length).map { $0 < row.count ? 1 : 0 } }
        inputs["attention_mask"] = mask
        return try withEngine("embedding") {
            let output = try model.textEmbeddings(of: inputs)
            let vectors =
                pooling.map {
                    normalizeEmbeddings(
                        poolByConfig(output.lastHiddenState, mask, ["pooling_mode": $0]))
                } ?? output.textEmbeds
            try checkedEval(vectors)
            return vectors
        }
    }

    /// The beginning of a text that is too long, with the token that ends each text.
    private func shortened(_ tokens: [Int]) -> [Int] {
        guard tokens.count > limit, let last = tokens.last else { return tokens }
        return tokens.prefix(limit - 1) + [last]
    }

    /// The pooling that a checkpoint states (`pool_by_config`, mlx_vlm/models/pooling.py); nil where the model's
    /// own, the mean, is meant.
    ///
    /// - Throws: ``ModelRuntimeError`` for one that the package has not either.
    private static func statedPooling(_ directory: CheckpointDirectory) throws -> String? {
        let name = "1_Pooling/config.json"
        guard let json = try directory.jsonIfPresent(name), let members = json.object else {
            return nil
        }
        let names = [
            "cls_token": "cls", "max_tokens": "max", "mean_tokens": "mean",
            "lasttoken": "lasttoken",
        ]
        let prefix = "pooling_mode_"
        let modes =
            members.filter { $0.key.hasPrefix(prefix) && $0.value == true }
            .map { String($0.key.dropFirst(prefix.count)) }.map { names[$0] ?? $0 }
        let stated =
            json["pooling_mode"]?.string.map { [$0] }
            ?? json["pooling_mode"]?.array?.compactMap(\.string) ?? modes
        guard stated.count < 2, names.values.contains(stated.first ?? "mean") else {
            throw ModelRuntimeError.unsupported(
                "\(name): the pooling \(stated.joined(separator: ", ")) is not supported")
        }
        guard json["include_prompt"] != false else {
            throw ModelRuntimeError.unsupported(
                "\(name): \"include_prompt\": pooling without the prompt is not supported")
        }
        return stated.first.flatMap { $0 == "mean" ? nil : $0 }
    }
}
