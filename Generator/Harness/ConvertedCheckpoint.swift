import Foundation

/// A checkpoint that a package's own converter or trainer wrote, with what the package generates from it.
public struct ConvertedCheckpoint: Sendable, Decodable {
    /// How it was written: `plain`, `4-bit`, `mixed`, `sharded`, `adapter` …
    public var kind: String
    /// Why the package writes or runs no such checkpoint; nil if it does.
    public var refused: String?
    /// The checkpoint's folder.
    public var model: String?
    /// The folder of its adapter.
    public var adapter: String?
    /// Ids of the prompt.
    public var prompt: [Int]?
    /// The ids that follow, greedily.
    public var greedy: [Int]?
    /// The ids that are drawn, by ``sampling``.
    public var sampled: [Int]?

    /// How ``sampled`` was drawn, as arguments of the tool.
    static let sampling = ["--seed", "7", "--temperature", "0.8", "--top-p", "0.9"]
}

/// What came of one checkpoint.
public enum CheckpointVerdict: Sendable, Equatable {
    /// The tool loads it and generates the same ids, greedily and drawn.
    case identical
    /// The package itself writes or runs none.
    case refused(String)
    /// The tool does not load it, or generates other ids.
    case differs(String)

    /// One word, and why.
    public var text: String {
        switch self {
        case .identical: "identical"
        case .refused(let reason): "refused by the Python: \(reason)"
        case .differs(let reason): "DIFFERS: \(reason)"
        }
    }
}

extension RecorderProcess {
    /// Has the checkpoints of a family written, and generates from them.
    ///
    /// - Parameters:
    ///   - definition: the definition's path.
    ///   - kinds: which checkpoints; all if empty.
    ///   - folder: where they go.
    /// - Throws: ``HarnessError`` with the recorder's own message.
    public func convert(_ definition: String, kinds: [String], folder: String) throws
        -> [ConvertedCheckpoint]
    {
        let request = ConversionRequest(convert: definition, kinds: kinds, output: folder)
        guard let data = try ask(JSONEncoder().encode(request)),
            let answer = try? JSONDecoder().decode(ConversionAnswer.self, from: data)
        else {
            throw HarnessError.badResult(program: "recorder", message: "the Python process ended")
        }
        guard let checkpoints = answer.checkpoints else {
            throw HarnessError.failed(program: "recorder", status: 2, message: answer.error ?? "")
        }
        return checkpoints
    }
}

private struct ConversionRequest: Encodable {
    let convert: String
    let kinds: [String]
    let output: String
}

private struct ConversionAnswer: Decodable {
    let checkpoints: [ConvertedCheckpoint]?
    let error: String?
}
