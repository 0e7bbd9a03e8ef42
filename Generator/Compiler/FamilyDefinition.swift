import Analysis
import Foundation
import Yams

/// A family's definition file, `Generator/Families/llama.yml`: what the source cannot say.
public struct FamilyDefinition: Decodable, Sendable {
    public let family: String
    public let package: ModelsPackage
    /// The package's family whose Python it is; another one than ``family`` where the definition is about a
    /// part of that family's model.
    public let source: String
    /// The Python modules that are translated, in order.
    public let modules: [String]
    /// The values of `model_type` that the family serves.
    public let modelTypes: [String]
    /// The class that is the model, `language.LanguageModel`, where only a part of the package's model
    /// is a family; `nil` for the `Model` that the package's loader takes.
    public let entry: String?
    /// What the source states wrongly.
    public let overrides: [Override]
    /// What the tensors are like that its reference runs pass beside the tokens, by name.
    public let inputs: [String: ArrayFacts]
    /// Whether each of its reference runs takes so long that they are only done where the family is named.
    public let isHeavy: Bool

    /// The definition's path below the folder of definitions: `llama.yml`, `mlx-lm/llama.yml`.
    public var path: String { "\(package.pathPrefix)\(family).yml" }

    enum CodingKeys: String, CodingKey {
        case family, package, source, modules, entry, overrides, reference
        case modelTypes = "model_types"
    }

    /// A field of a configuration whose annotation is not what its values are.
    public struct Override: Decodable, Hashable, Sendable {
        /// Module, class and field: `config.TextConfig.intermediate_size`.
        public let field: String
        /// The type as the operation table writes it: `[int]`.
        public let type: String
        /// Why the annotation does not count.
        public let reason: String
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        family = try values.decode(String.self, forKey: .family)
        package = try values.decode(ModelsPackage.self, forKey: .package)
        source = try values.decodeIfPresent(String.self, forKey: .source) ?? family
        modules = try values.decode([String].self, forKey: .modules)
        modelTypes = try values.decode([String].self, forKey: .modelTypes)
        entry = try values.decodeIfPresent(String.self, forKey: .entry)
        overrides = try values.decodeIfPresent([Override].self, forKey: .overrides) ?? []
        let runs = try values.decodeIfPresent(ReferenceRuns.self, forKey: .reference)
        isHeavy = runs?.areHeavy == true
        inputs = runs?.facts ?? [:]
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
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is none of "
                + ModelsPackage.allCases.map(\.rawValue).joined(separator: ", ")
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

/// The folder of definitions, those of mlx-lm in a folder of their own in it.
public struct FamilyDefinitions: Sendable {
    public let folder: URL

    public init(folder: URL) { self.folder = folder }

    /// The names of a package's defined families, in alphabetic order.
    public func names(in package: ModelsPackage) -> [String] {
        let folder = folder.appending(path: package.pathPrefix)
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }.sorted()
    }

    /// All definitions of a package, in alphabetic order.
    ///
    /// - Throws: `DefinitionError` for one that cannot be read.
    public func definitions(in package: ModelsPackage) throws -> [FamilyDefinition] {
        try names(in: package).map { try definition(of: $0, in: package) }
    }

    /// A family's definition.
    ///
    /// - Parameter package: the package to look in; nil is mlx-vlm where it has the family, else
    ///   mlx-lm.
    /// - Throws: `DefinitionError`; for an unknown family it names the nearest ones.
    public func definition(
        of family: String, in package: ModelsPackage? = nil
    ) throws -> FamilyDefinition {
        let packages = package.map { [$0] } ?? ModelsPackage.allCases
        guard let found = packages.first(where: { names(in: $0).contains(family) }) else {
            let nearest = Set(packages.flatMap(names)).sorted().nearest(to: family)
            let hint = nearest.isEmpty ? "" : "; the nearest are \(nearest.joined(separator: ", "))"
            let place = folder.appending(path: package?.pathPrefix ?? "").path
            throw DefinitionError(
                description: "no family '\(family)' is defined in \(place)\(hint)")
        }
        let file = folder.appending(path: "\(found.pathPrefix)\(family).yml")
        let definition = try FamilyDefinition(contentsOf: file)
        guard definition.package == found else {
            throw DefinitionError(
                description:
                    "\(file.path): 'package' is \(definition.package.rawValue), but the folder is "
                    + "that of \(found.rawValue)")
        }
        return definition
    }
}
