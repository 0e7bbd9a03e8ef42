import EmbeddedPython
import Foundation

/// A Python package of models on disk, `mlx_vlm` or `mlx_lm`: read where it is, never copied.
public struct PythonPackage: Hashable, Sendable {
    /// The name that Python imports: `mlx_vlm`.
    public let name: String
    /// The folder with the package's `__init__.py`.
    public let folder: URL
    /// `0.7.10`.
    public let version: String
    /// The licence's short name, `MIT`, if the package says it.
    public let license: String?

    /// The name under which the package is published: `mlx-vlm`.
    public var distributionName: String { name.replacing("_", with: "-") }

    /// The package that is installed in the virtual environment, or the one in `source`.
    ///
    /// - Parameters:
    ///   - name: `mlx-vlm` or `mlx_vlm`.
    ///   - source: The package's folder, or a checkout or unpacked source archive that contains it.
    ///   - environment: The environment to look in; this process's own if `nil`.
    /// - Throws: ``PythonPackageError`` if it is not there, or its version cannot be told;
    ///   `PythonStartError` if there is no environment.
    public static func locate(
        _ name: String, source: URL? = nil, in environment: PythonEnvironment? = nil
    ) throws -> PythonPackage {
        let name = name.replacing("-", with: "_")
        let folder: URL
        if let source {
            folder = try self.folder(of: name, in: source.standardizedFileURL)
        } else {
            let environment =
                try environment ?? PythonInterpreter.shared.requiredEnvironment()
            folder = environment.sitePackages.appending(path: name)
            guard folder.isFolder else {
                throw PythonPackageError(
                    "\(name) is not installed in \(environment.root.path): run 'make setup'")
            }
        }
        let metadata = try PackageMetadata(ofPackage: name, in: folder)
        return PythonPackage(
            name: name, folder: folder, version: metadata.version, license: metadata.license)
    }

    /// The package's folder inside `source`: that folder itself, or below it as checkouts and
    /// source archives have it.
    private static func folder(of name: String, in source: URL) throws -> URL {
        guard source.isFolder else {
            throw PythonPackageError("\(source.path): no such folder")
        }
        let candidates =
            [source.appending(path: name), source.appending(path: "src/\(name)"), source]
            + source.contents.map { $0.appending(path: name) }
        guard let folder = candidates.first(where: { $0.appending(path: "models").isFolder }) else {
            throw PythonPackageError(
                """
                \(source.path) is neither the package \(name) nor a folder that contains it \
                (looked for \(name)/models, src/\(name)/models, models and */\(name)/models)
                """)
        }
        return folder
    }
}

/// Why a package, a family or a module cannot be found.
public struct PythonPackageError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

extension URL {
    var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    var isFile: Bool { FileManager.default.fileExists(atPath: path) && !isFolder }

    /// What the folder holds, by name; nothing if it cannot be read.
    var contents: [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().map { appending(path: $0) }
    }
}
