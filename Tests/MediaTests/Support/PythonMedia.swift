import FileTestSupport
import Foundation
import TraceDiff

/// What the scripts beside these tests write and print.
enum PythonMedia {
    /// Runs a script of `Python/` with a folder for its files and reads the JSON that it prints.
    static func run<Result: Decodable>(
        _ script: String, in folder: TemporaryFolder, as: Result.Type = Result.self
    ) throws -> Result {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Python/\(script).py").path
        return try JSONDecoder().decode(
            Result.self, from: Data(PythonProcess.run(path, folder.url.path).utf8))
    }

    /// A digest as Python's `hexdigest` spells it.
    static func digest(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBytes { sha256($0) }.map { String(format: "%02x", $0) }.joined()
    }
}
