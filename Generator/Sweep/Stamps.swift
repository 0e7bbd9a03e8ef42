import Compiler
import Foundation
import PythonSyntax

/// Which build of the compiler made something: the executable and the tables beside it.
enum CompilerStamp {
    static let current: String = {
        var digest = Digest()
        guard let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
            return digest.text
        }
        digest.addStamp(of: executable)
        let folder = executable.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names.sorted() where name.hasSuffix(".resources") {
            digest.addStamps(below: folder.appending(path: name))
        }
        return digest.text
    }()
}

/// The Swift that generated models are built on, and the recorder.
enum RuntimeStamp {
    static func of(_ repository: String) -> String {
        var digest = Digest()
        for folder in ["CMLX", "MLX", "MLXNN", "Ported", "Shared", "Runtime", "llm-tool"] {
            digest.addStamps(below: URL(filePath: "\(repository)/Sources/\(folder)"))
        }
        digest.addStamps(below: URL(filePath: "\(repository)/Reference/recorder"))
        return digest.text
    }
}

/// The Python files that a family reaches.
struct FamilySource {
    let version: String
    let digest: String
    /// Lines of its own modules.
    let lines: Int

    /// - Throws: `PythonPackageError` for an unknown family, `PythonSourceError` for a broken file.
    init(_ family: String, package name: String, source: URL?) throws {
        let package = try PythonPackage.locate(name, source: source)
        let own = try package.family(family).files
        version = package.version
        let reached = try FamilyModules(of: family, in: package).all
        digest = Digest.of(reached.map(\.sha256))
        lines = try own.filter { file in
            reached.contains { $0.name == file.moduleName }
        }.reduce(0) { sum, file in
            sum
                + (try file.parse().source.split(separator: "\n", omittingEmptySubsequences: false)
                    .count)
        }
    }
}
