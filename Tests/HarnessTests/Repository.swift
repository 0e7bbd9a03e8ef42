import Foundation
import Harness

/// The repository that the tests run in, and its Python reference.
enum Repository {
    static let path = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static let python = PythonReference(repository: path)

    /// The folder in which the packages are installed.
    static func sitePackages() throws -> String {
        let lib = path + "/.venv/lib"
        let names = try FileManager.default.contentsOfDirectory(atPath: lib)
        return lib + "/" + (names.sorted().last { $0.hasPrefix("python3") } ?? "")
            + "/site-packages"
    }

    /// The place of `__call__` in a class of llama's `language.py`, as a trace spells it.
    static func place(ofCallIn name: String) throws -> String {
        let file = try sitePackages() + "/mlx_vlm/models/llama/language.py"
        let lines = try String(contentsOfFile: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { $0.hasPrefix("class \(name)(") } ?? 0
        let call = lines[start...].firstIndex { $0.hasPrefix("    def __call__(") } ?? -1
        return "language.py:\(call + 1):5"
    }
}

/// A folder that is removed when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("harness-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a shell script that can be run.
    func script(_ name: String, _ body: String) throws -> String {
        let file = path + "/" + name
        try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        return file
    }

    /// A copy of mlx_vlm, by links, in which one text of a family's module is replaced.
    func mutatedPackage(
        module: String, replacing old: String, with new: String
    ) throws -> String {
        let manager = FileManager.default
        let installed = try Repository.sitePackages() + "/mlx_vlm"
        let copy = path + "/mutant/mlx_vlm"
        func link(_ folder: String, except name: String) throws {
            try manager.createDirectory(
                atPath: copy + folder, withIntermediateDirectories: true)
            for entry in try manager.contentsOfDirectory(atPath: installed + folder)
            where entry != name && entry != "__pycache__" {
                try manager.createSymbolicLink(
                    atPath: "\(copy)\(folder)/\(entry)",
                    withDestinationPath: "\(installed)\(folder)/\(entry)")
            }
        }
        try link("", except: "models")
        try link("/models", except: "llama")
        try link("/models/llama", except: module)
        let source = try String(
            contentsOfFile: "\(installed)/models/llama/\(module)", encoding: .utf8)
        precondition(source.contains(old))
        try source.replacing(old, with: new)
            .write(toFile: "\(copy)/models/llama/\(module)", atomically: true, encoding: .utf8)
        return path + "/mutant"
    }
}

extension String {
    func write(toFile path: String, atomically: Bool, encoding: Encoding) throws {
        try write(to: URL(fileURLWithPath: path), atomically: atomically, encoding: encoding)
    }
}
