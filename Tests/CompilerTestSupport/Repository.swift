import Foundation

/// The repository that the tests run in.
public enum Repository {
    public static let url = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    public static let definitions = url.appending(path: "Generator/Families")
    public static let generated = url.appending(path: "Sources/Models/Generated")

    /// The folder in which the Python packages are installed.
    public static func sitePackages() throws -> URL {
        let library = url.appending(path: ".venv/lib")
        let names = try FileManager.default.contentsOfDirectory(atPath: library.path).sorted()
        guard let python = names.last(where: { $0.hasPrefix("python3") }) else {
            throw CocoaError(.fileNoSuchFile)
        }
        return library.appending(path: "\(python)/site-packages").resolvingSymlinksInPath()
    }

    /// The regular files below a folder, by their paths from there, in alphabetic order.
    public static func files(below folder: URL, withSuffix suffix: String = "") -> [String] {
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap {
            $0 as? String
        }
        return (found ?? []).filter { path in
            var isFolder: ObjCBool = false
            let full = folder.appending(path: path).path
            return path.hasSuffix(suffix)
                && FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }
}
