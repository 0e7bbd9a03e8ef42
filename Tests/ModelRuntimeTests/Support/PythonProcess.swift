import FileTestSupport
import Foundation

/// The packages themselves, run by the virtual environment's interpreter.
enum PythonProcess {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs a script with a value as JSON in its first argument, and returns what it prints as JSON.
    static func run<Result: Decodable>(
        _ script: String, _ input: some Encodable, as: Result.Type = Result.self
    ) throws -> Result {
        let folder = try TemporaryFolder()
        let log = folder.url.appending(path: "log")
        try Data().write(to: log)
        let process = Process()
        process.executableURL = root.appending(path: ".venv/bin/python")
        process.arguments = [
            "-c", script, String(decoding: try JSONEncoder().encode(input), as: UTF8.self),
        ]
        process.environment = ProcessInfo.processInfo.environment.merging([
            "PYTHONPATH": root.appending(path: "Reference").path, "HF_HUB_OFFLINE": "1",
        ]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(description: try String(contentsOf: log, encoding: .utf8))
        }
        return try JSONDecoder().decode(Result.self, from: data)
    }
}
