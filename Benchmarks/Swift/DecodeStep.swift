import Foundation
import MLX
import MLXVLMModels
import ModelPorted
import ModelRuntime

/// Builds the graph of a decode step, from the token before to the next one: microseconds a step.
/// Evaluation comes after each step and does not count.
struct DecodeStep: Benchmark {
    static let prompt = 32
    static let steps = 8

    let model: any GenerativeModel
    let cache: [any KVCache]
    var token: MLXArray

    init(checkpoint: String) throws {
        model = try ModelFactory(types: MLXVLMRegistry.types)
            .load(URL(filePath: checkpoint, directoryHint: .isDirectory)).model
        cache = try model.makeCache()
        let prompt = MLXArray((0..<Self.prompt).map(Int32.init), [1, Self.prompt])
        token = try Self.following(prompt, model, cache)
        try checkedEval(token)
    }

    mutating func round() throws -> Measurement {
        var time = 0.0
        var ids = 0
        for _ in 0..<Self.steps {
            time += try measure { token = try Self.following(token[.newAxis], model, cache) }
            try checkedEval(token)
            ids += token.item(Int.self)
        }
        return Measurement(value: time * 1e6 / Double(Self.steps), check: Double(ids))
    }

    /// The most probable token [1] after `ids` [1, L].
    private static func following(
        _ ids: MLXArray, _ model: any GenerativeModel, _ cache: [any KVCache]
    ) throws -> MLXArray {
        let logits = try model(ModelInputs(inputIds: ids), cache: cache).logits
        return argMax(logits[0..., -1, 0...], axis: -1)
    }
}
