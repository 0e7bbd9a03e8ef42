import Foundation
import PythonSyntax

/// A family that is not part of a package yet: a folder of modules like those of mlx-vlm, or one
/// file like those of mlx-lm. It is read as if the installed package had it.
public struct SourceOverlay: Sendable {
    public let package: ModelsPackage
    /// The folder or file.
    public let family: URL

    /// The overlay that a path asks for; `nil` if it is a package, or a folder that holds one.
    public init?(_ path: String) {
        let url = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            return nil
        }
        if isFolder.boolValue {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
            guard names.contains("__init__.py"), !names.contains("models") else { return nil }
            package = .mlxVLM
        } else {
            guard url.pathExtension == "py" else { return nil }
            package = .mlxLM
        }
        family = url
    }

    /// Makes a copy of the installed package, by links, that has the family, and returns the folder
    /// that holds it. What Python has compiled stays behind.
    ///
    /// - Parameter folder: where copies are made; one that is there is made anew.
    /// - Throws: `PythonPackageError` if the package is not installed, and what the file system throws.
    public func make(in folder: URL) throws -> URL {
        let installed = try PythonPackage.locate(package.rawValue).folder
        let root = folder.appending(path: "\(package.rawValue)-\(family.lastPathComponent)")
        let manager = FileManager.default
        try? manager.removeItem(at: root)
        let copy = root.appending(path: installed.lastPathComponent)
        try manager.createDirectory(
            at: copy.appending(path: "models"), withIntermediateDirectories: true)

        func link(_ source: URL, into folder: URL) throws {
            try manager.createSymbolicLink(
                at: folder.appending(path: source.lastPathComponent), withDestinationURL: source)
        }
        let site = installed.deletingLastPathComponent()
        for name in try manager.contentsOfDirectory(atPath: site.path)
        where name.hasPrefix(installed.lastPathComponent + "-") {
            try link(site.appending(path: name), into: root)
        }
        for name in try manager.contentsOfDirectory(atPath: installed.path)
        where name != "models" && !name.hasPrefix("__py") {
            try link(installed.appending(path: name), into: copy)
        }
        let models = installed.appending(path: "models")
        for name in try manager.contentsOfDirectory(atPath: models.path)
        where name != family.lastPathComponent && !name.hasPrefix("__py") {
            try link(models.appending(path: name), into: copy.appending(path: "models"))
        }
        try link(family, into: copy.appending(path: "models"))
        return root
    }
}
