import Foundation
import Stencil
import Templates
import Translation

/// A rendered file, before it is formatted and written.
public struct RenderedFile: Hashable, Sendable {
    /// The file's name below the output folder, `Llama/LlamaLanguage.swift`.
    public let path: String
    public var contents: String

    public init(path: String, contents: String) {
        self.path = path
        self.contents = contents
    }
}

/// The package that a family was read from, for headers.
public struct PackageOrigin: Hashable, Sendable {
    /// `mlx-vlm`
    public let name: String
    public let version: String
    public let license: String

    public init(name: String, version: String, license: String) {
        self.name = name
        self.version = version
        self.license = license
    }
}

/// Renders files with the Stencil templates.
///
/// - Throws: what Stencil throws for a broken template.
public struct FileRenderer {
    private let environment = Environment(
        loader: FileSystemLoader(paths: [.init(TemplateFolder.url.path)]), trimBehaviour: .smart)

    public init() {}

    /// One Swift file of a family.
    public func render(
        _ file: SwiftFile, folder: String, package: PackageOrigin, definition: String
    ) throws -> RenderedFile {
        let contents = try environment.renderTemplate(
            name: "file.swift.stencil",
            context: [
                "source": file.origin.path, "sha256": file.origin.sha256,
                "package": package.name, "version": package.version, "license": package.license,
                "definition": definition, "imports": file.imports,
                "body": SwiftRenderer.render(file.declarations),
                "generator": GeneratorVersion.current,
            ])
        return RenderedFile(path: "\(folder)/\(file.name)", contents: contents)
    }

    /// The list of all model types that a package's generated families serve.
    ///
    /// - Parameter folder: where the file belongs, empty or with a slash at its end.
    public func renderRegistry(
        _ entries: [RegistryEntry], name: String, package: String, folder: String
    ) throws -> RenderedFile {
        let contents = try environment.renderTemplate(
            name: "registry.swift.stencil",
            context: [
                "name": name, "package": package, "generator": GeneratorVersion.current,
                "entries": entries.map {
                    [
                        "type": $0.modelType, "configuration": $0.configuration,
                        "part": $0.isLanguagePart ? ", part: \"text_config\"" : "",
                        "model": $0.model,
                    ]
                },
            ])
        return RenderedFile(path: "\(folder)Registry.swift", contents: contents)
    }
}

/// One `model_type` in the registry.
public struct RegistryEntry: Hashable, Sendable, Codable {
    public let modelType: String
    public let configuration: String
    public let model: String
    /// Whether the model is the language model of a family that has more.
    public let isLanguagePart: Bool

    public init(
        modelType: String, configuration: String, model: String, isLanguagePart: Bool = false
    ) {
        self.modelType = modelType
        self.configuration = configuration
        self.model = model
        self.isLanguagePart = isLanguagePart
    }
}

/// The compiler's own version, as headers state it.
public enum GeneratorVersion {
    public static let current = "0.1"
}
