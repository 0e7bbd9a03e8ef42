import Foundation
import PythonSyntax

/// A Python file that a Swift file was ported from by hand, as the Swift file's header states it.
public struct PortedSource: Hashable, Sendable {
    /// The Swift file below the folder of ported files: `MLXLM/MLXLM+SwitchGLU.swift`.
    public let swiftFile: String
    /// The Python module: `mlx_lm.models.switch_layers`.
    public let module: String
    /// What the Python file was when it was ported.
    public let sha256: String

    /// The sources that the Swift files of a folder state: `// Ported from mlx_vlm/models/cache.py (…),
    /// mlx-vlm 0.7.10, MIT, sha256 …`, and others after `and`.
    ///
    /// - Throws: what reading the folder throws.
    public static func all(below folder: URL) throws -> [PortedSource] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".swift") }.sorted().flatMap { name in
            sources(
                stated: try String(contentsOf: folder.appending(path: name), encoding: .utf8),
                in: name)
        }
    }

    private static func sources(stated text: String, in swiftFile: String) -> [PortedSource] {
        let header = text.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { $0.hasPrefix("//") }.map { $0.dropFirst(2) }.joined(separator: " ")
        return header.matches(of: /([a-z_]+\/[\w\/]+)\.py\b.*?sha256\s+([0-9a-f]{64})/).map {
            PortedSource(
                swiftFile: swiftFile, module: String($0.1).replacing("/", with: "."),
                sha256: String($0.2))
        }
    }
}
