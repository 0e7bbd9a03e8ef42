import Foundation
import Yams

/// How processors lay out what models see, and which fields of configurations name its tokens.
struct MediaLayouts: Sendable, Decodable {
    private let sizes: [String: Size]
    private let tokens: [String]
    private let before: [String]
    private let after: [String]
    private let layouts: [Layout]

    /// - Throws: `DefinitionError` if the built-in table cannot be read.
    static func builtIn() throws -> MediaLayouts {
        do {
            return try YAMLDecoder().decode(MediaLayouts.self, from: builtInText())
        } catch let error as DecodingError {
            throw DefinitionError(description: "MediaLayouts.yml: \(error)")
        }
    }

    /// The built-in table's text.
    ///
    /// - Throws: `DefinitionError` if it is not there.
    static func builtInText() throws -> String {
        guard let file = Bundle.module.url(forResource: "MediaLayouts", withExtension: "yml"),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else {
            throw DefinitionError(description: "MediaLayouts.yml is missing beside the executable")
        }
        return text
    }

    /// The fields that the sizes of what is shown are taken from.
    var sizeNames: Set<String> { Set(sizes.values.flatMap(\.names)) }

    /// What a model of a configuration may be shown.
    ///
    /// - Parameters:
    ///   - names: what the source reads of its inputs.
    ///   - constants: the whole numbers that its modules name: some have the token of a picture there.
    func trial(
        of configuration: [String: ConfigurationValue], reading names: Set<String>,
        constants: [String: Int] = [:]
    ) -> MediaTrial {
        var known: [String: Int] = sizes.mapValues { size in
            size.names.lazy.compactMap { configuration.size($0) }.first ?? size.otherwise
        }
        known["G"] = known["S", default: 1] / max(known["P", default: 1], 1)
        let fitting = layouts.filter { names.isSuperset(of: $0.reads) }
        // What is read beside the pixels is wanted by those that read it.
        let best = fitting.filter { !$0.reads.isEmpty } + fitting.filter(\.reads.isEmpty)
        func values(_ names: [String]) -> [Int] {
            (names.compactMap { configuration.token($0) }
                + names.compactMap { constants[$0.uppercased()] })
                .reduce(into: []) { found, token in
                    if !found.contains(token) { found.append(token) }
                }
        }
        return MediaTrial(
            layouts: best.map { $0.inputs.mapValues { $0.tensor(known) } },
            ends: best.map { $0.ends ?? 1 },
            tokens: values(tokens), before: values(before), after: values(after))
    }

    private struct Size: Decodable {
        let names: [String]
        let otherwise: Int
    }

    private struct Layout: Decodable {
        let reads: [String]
        let inputs: [String: Input]
        let ends: Int?
    }

    /// A tensor whose sizes are products of numbers and letters, `G*G`.
    private struct Input: Decodable {
        let shape: [ConfigurationValue]?
        let fill: ConfigurationValue?
        let values: ConfigurationValue?

        func tensor(_ sizes: [String: Int]) -> MediaTensor {
            MediaTensor(
                shape: shape.map { shape in shape.map { $0.product(sizes) } }, fill: fill,
                values: values?.resolved(sizes))
        }
    }
}

/// What Python is asked to show a model: layouts in the order in which they are tried, and the tokens that
/// may stand for what is seen, or around it.
public struct MediaTrial: Hashable, Sendable, Encodable {
    public let layouts: [[String: MediaTensor]]
    /// How many tokens for the end of a picture each layout has.
    public let ends: [Int]
    public let tokens: [Int]
    public let before: [Int]
    public let after: [Int]
}

/// An input of a model as a definition states it.
public struct MediaTensor: Hashable, Sendable, Encodable {
    public let shape: [Int]?
    public let fill: ConfigurationValue?
    public let values: ConfigurationValue?

    /// `{ shape: [1, 3, 28, 28] }`.
    var yamlText: String {
        let parts = [
            shape.map { "shape: [\($0.map(String.init).joined(separator: ", "))]" },
            fill.map { "fill: \($0.yamlText)" }, values.map { "values: \($0.yamlText)" },
        ]
        return "{ \(parts.compactMap { $0 }.joined(separator: ", ")) }"
    }
}

/// What a model was shown so that it made a difference.
public struct ShownMedia: Hashable, Sendable, Decodable {
    /// Which of the layouts of the trial.
    public let layout: Int
    public let marks: [Mark]
    public let promptLength: Int
    /// The sizes of batches that the Python runs.
    public let batches: [Int]

    /// A run of a token in the prompt.
    public struct Mark: Hashable, Sendable, Decodable {
        public let token: Int
        public let at: Int
        public let count: Int
    }

    private enum CodingKeys: String, CodingKey {
        case layout, marks, batches
        case promptLength = "prompt_length"
    }
}

extension ConfigurationValue {
    fileprivate func product(_ sizes: [String: Int]) -> Int {
        switch self {
        case .integer(let number): number
        case .string(let text):
            text.split(separator: "*").reduce(1) { $0 * (Int($1) ?? sizes[String($1)] ?? 1) }
        default: 1
        }
    }

    fileprivate func resolved(_ sizes: [String: Int]) -> ConfigurationValue {
        switch self {
        case .list(let elements): .list(elements.map { $0.resolved(sizes) })
        case .boolean: self
        default: .integer(product(sizes))
        }
    }
}

extension [String: ConfigurationValue] {
    /// A size, of the part for media where there is one.
    fileprivate func size(_ name: String) -> Int? {
        let parts = self.filter { FieldPriors.isOfMedia($0.key) }.sorted { $0.key < $1.key }
        for case (_, .object(let part)) in parts {
            if let size = part.size(name) { return size }
        }
        if case .integer(let size)? = self[name] { return size }
        return nil
    }

    /// A token, of the whole or of a part.
    fileprivate func token(_ name: String) -> Int? {
        if case .integer(let token)? = self[name] { return token }
        return sorted { $0.key < $1.key }.lazy.compactMap { _, value -> Int? in
            if case .object(let part) = value { part.token(name) } else { nil }
        }.first
    }
}
