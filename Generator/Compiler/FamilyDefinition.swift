import Foundation
import Yams

/// A family's definition file, `Generator/Families/llama.yml`: what the source cannot say.
public struct FamilyDefinition: Decodable, Sendable {
    public let family: String
    /// `mlx-vlm` or `mlx-lm`.
    public let package: String
    /// The Python modules that are translated, in order.
    public let modules: [String]
    /// The values of `model_type` that the family serves.
    public let modelTypes: [String]

    enum CodingKeys: String, CodingKey {
        case family, package, modules
        case modelTypes = "model_types"
    }

    /// Reads a definition.
    ///
    /// - Throws: `DefinitionError` that names the file and what is wrong with it.
    public init(contentsOf file: URL) throws {
        do {
            let text = try String(contentsOf: file, encoding: .utf8)
            self = try YAMLDecoder().decode(FamilyDefinition.self, from: text)
        } catch {
            throw DefinitionError(description: "\(file.path): \(Self.explanation(of: error))")
        }
    }

    private static func explanation(of error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "the key '\(key.stringValue)' is missing"
        case DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has the wrong type"
        case DecodingError.dataCorrupted(let context):
            context.underlyingError.map(String.init(describing:)) ?? context.debugDescription
        default: (error as NSError).localizedDescription
        }
    }
}

/// A definition that is missing or cannot be read.
public struct DefinitionError: Error, CustomStringConvertible {
    public let description: String

    public init(description: String) { self.description = description }
}

/// The folder of definitions.
public struct FamilyDefinitions: Sendable {
    public let folder: URL

    public init(folder: URL) { self.folder = folder }

    /// The names of all defined families, in alphabetic order.
    public var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }.sorted()
    }

    /// - Throws: `DefinitionError`; for an unknown family it names the nearest ones.
    public func definition(of family: String) throws -> FamilyDefinition {
        guard names.contains(family) else {
            let nearest = names.nearest(to: family)
            let hint = nearest.isEmpty ? "" : "; the nearest are \(nearest.joined(separator: ", "))"
            throw DefinitionError(
                description: "no family '\(family)' is defined in \(folder.path)\(hint)")
        }
        return try FamilyDefinition(contentsOf: folder.appending(path: "\(family).yml"))
    }
}
