import Foundation
import Yams

/// Which of the two configurations of a family is meant: the recorded one, or one of other dimensions.
public enum ConfigurationKind: String, Hashable, Sendable, CaseIterable, Codable {
    case first, second
}

/// Small values for the fields of configurations, by the names that fields have in the field.
struct FieldPriors: Sendable {
    private let rows: [String: Row]
    /// Rows that go before in the parts of a configuration that are for media.
    private let mediaRows: [String: Row]

    /// - Throws: `DefinitionError` if the built-in table cannot be read.
    static func builtIn() throws -> FieldPriors {
        do {
            return try FieldPriors(yaml: builtInText())
        } catch let error as DecodingError {
            throw DefinitionError(description: "FieldPriors.yml: \(error)")
        }
    }

    /// The built-in table's text.
    ///
    /// - Throws: `DefinitionError` if it is not there.
    static func builtInText() throws -> String {
        guard let file = Bundle.module.url(forResource: "FieldPriors", withExtension: "yml"),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else {
            throw DefinitionError(description: "FieldPriors.yml is missing beside the executable")
        }
        return text
    }

    /// Reads a table.
    ///
    /// - Throws: what the YAML decoder throws.
    init(yaml: String) throws {
        let file = try YAMLDecoder().decode(File.self, from: yaml)
        func table(_ rows: [Row]) -> [String: Row] {
            Dictionary(
                rows.flatMap { row in row.names.map { ($0, row) } },
                uniquingKeysWith: { first, _ in first })
        }
        rows = table(file.fields)
        mediaRows = table(file.media ?? [])
    }

    /// Whether a field of that name holds the part of a configuration that is for pictures or sound.
    static func isOfMedia(_ field: String) -> Bool {
        ["vision", "visual", "vit_", "audio", "image", "perceiver", "projector", "adapter"]
            .contains(
                where: field.contains)
    }

    /// The values to try for a field, best first; `nil` if the table does not know it.
    ///
    /// - Parameter isOfMedia: whether the field is one of a part for media.
    func values(of field: String, _ kind: ConfigurationKind, isOfMedia: Bool = false)
        -> [PriorValue]?
    {
        guard let row = (isOfMedia ? mediaRows[field] : nil) ?? rows[field] else { return nil }
        guard kind == .second, let second = row.second else { return row.first }
        return second + row.first.filter { !second.contains($0) }
    }

    private struct File: Decodable {
        let fields: [Row]
        let media: [Row]?
    }

    private struct Row: Decodable {
        let names: [String]
        let first: [PriorValue]
        let second: [PriorValue]?
    }
}

/// A value of the table; some depend on the number of layers or on the source.
enum PriorValue: Hashable, Sendable, Decodable {
    /// The field's default.
    case omitted
    case value(ConfigurationValue)
    /// One element a layer, over and over.
    case cycle([ConfigurationValue])
    /// One element a layer, of those texts that the source compares with.
    case kinds([String])
    /// The first of the texts that the source compares with.
    case text([String])

    init(from decoder: any Decoder) throws {
        let value = try ConfigurationValue(from: decoder)
        switch value {
        case .null: self = .omitted
        case .object(let object) where object.count == 1:
            self =
                switch (object.first?.key, object.first?.value) {
                case ("cycle", .list(let elements)): .cycle(elements)
                case ("kinds", .list(let elements)): .kinds(elements.compactMap(\.text))
                case ("text", .list(let elements)): .text(elements.compactMap(\.text))
                default: .value(value)
                }
        default: self = .value(value)
        }
    }
}

extension ConfigurationValue {
    var text: String? { if case .string(let text) = self { text } else { nil } }
}
