import Foundation

/// What the Python package generates for a prompt, greedily.
public struct ReferenceGeneration: Sendable, Equatable, Codable {
    /// The prompt as the chat template made it.
    public var prompt: String
    /// Its token ids.
    public var promptIds: [Int]
    /// The generated ids, without the token that ended them.
    public var ids: [Int]
    /// Their text.
    public var text: String
    /// `length` or `stop`.
    public var finishReason: String?

    enum CodingKeys: String, CodingKey {
        case prompt
        case promptIds = "prompt_ids"
        case ids
        case text
        case finishReason = "finish_reason"
    }
}

/// Writes a tiny Llama checkpoint with a trained tokenizer and a chat template, through the
/// package's own save path.
///
/// - Parameters:
///   - folder: the checkpoint directory; its files are replaced.
///   - package: `mlx-vlm` or `mlx-lm`.
/// - Throws: ``HarnessError``.
public func writeDemoCheckpoint(
    to folder: String, package: String = "mlx-vlm", using python: PythonReference,
    progress: (String) -> Void = { _ in }
) throws {
    _ = try python.run("demo", ["--output", folder, "--package", package], progress: progress)
}

/// Generates greedily with the package's own generate function.
///
/// - Parameters:
///   - model: a checkpoint directory.
///   - usesChatTemplate: whether the prompt is a user's message, not raw text.
/// - Throws: ``HarnessError``.
public func generateReference(
    model: String, prompt: String, maxTokens: Int = 100, package: String = "mlx-vlm",
    usesChatTemplate: Bool = true, using python: PythonReference
) throws -> ReferenceGeneration {
    let result = try python.run(
        "generate",
        // One argument: a prompt may start with a dash.
        ["--model", model, "--prompt=\(prompt)", "--max-tokens", String(maxTokens)]
            + ["--package", package] + (usesChatTemplate ? [] : ["--ignore-chat-template"]),
        progress: { _ in })
    do {
        return try JSONDecoder().decode(ReferenceGeneration.self, from: result.output)
    } catch {
        throw HarnessError.badResult(program: "recorder", message: "its ids are not JSON")
    }
}
