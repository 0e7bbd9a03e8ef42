import FileTestSupport
import Foundation
import TraceDiff

/// A script in the folder `Python` beside a test.
public struct PythonScript: Sendable {
    private let path: String

    /// The script of a name.
    public init(_ name: String, beside test: String = #filePath) {
        path =
            URL(filePath: test).deletingLastPathComponent()
            .appending(path: "Python/\(name).py").path
    }

    /// Runs it with a folder for its files and reads the JSON that it prints.
    public func run<Result: Decodable>(
        in folder: TemporaryFolder, as: Result.Type = Result.self
    ) throws -> Result {
        try JSONDecoder().decode(
            Result.self, from: Data(PythonProcess.run(path, folder.url.path).utf8))
    }
}

/// The digest of an array's bytes as Python's `hexdigest` spells it.
public func digest<Value>(_ values: [Value]) -> String {
    values.withUnsafeBytes { sha256($0) }.map { String(format: "%02x", $0) }.joined()
}
