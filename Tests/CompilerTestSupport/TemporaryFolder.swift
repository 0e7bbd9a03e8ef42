import Foundation

/// A folder that is removed when the value is let go.
public final class TemporaryFolder: Sendable {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "compiler-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file, with the folders above it.
    @discardableResult
    public func write(_ text: String, to path: String) throws -> URL {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file
    }

    /// The installed mlx_vlm by links, but for one module of a family, which is a changed copy.
    ///
    /// - Returns: the folder that holds the package.
    public func mutatedPackage(
        family: String = "llama", module: String = "language.py",
        _ change: (String) throws -> String
    ) throws -> URL {
        let manager = FileManager.default
        let installed = try Repository.sitePackages().appending(path: "mlx_vlm")
        let root = url.appending(path: "mutant")
        func link(_ folder: String, except name: String) throws {
            let from = installed.appending(path: folder)
            let to = root.appending(path: "mlx_vlm/\(folder)")
            try manager.createDirectory(at: to, withIntermediateDirectories: true)
            for entry in try manager.contentsOfDirectory(atPath: from.path)
            where entry != name && entry != "__pycache__" {
                try manager.createSymbolicLink(
                    at: to.appending(path: entry), withDestinationURL: from.appending(path: entry))
            }
        }
        // The metadata beside it tells version and licence.
        for entry in try manager.contentsOfDirectory(
            atPath: installed.deletingLastPathComponent().path)
        where entry.hasPrefix("mlx_vlm-") {
            try manager.createDirectory(at: root, withIntermediateDirectories: true)
            try manager.createSymbolicLink(
                at: root.appending(path: entry),
                withDestinationURL: installed.deletingLastPathComponent().appending(path: entry))
        }
        try link("", except: "models")
        try link("models", except: family)
        try link("models/\(family)", except: module)
        let path = "models/\(family)/\(module)"
        let source = try String(contentsOf: installed.appending(path: path), encoding: .utf8)
        try write(change(source), to: "mutant/mlx_vlm/\(path)")
        return root
    }
}

/// A text that a change was to replace is not there.
public struct NothingToReplace: Error { public let text: String }

extension String {
    /// The text with each of the given parts, which must occur, replaced.
    public func changing(_ replacements: (String, String)...) throws -> String {
        try replacements.reduce(self) { text, replacement in
            guard text.contains(replacement.0) else { throw NothingToReplace(text: replacement.0) }
            return text.replacing(replacement.0, with: replacement.1)
        }
    }
}
