import ChildProcesses
import Foundation

/// The packages themselves, run by the virtual environment's interpreter.
public enum PythonProcess {
    /// The repository.
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What Python said of a command that failed.
    public struct Failed: Error, CustomStringConvertible {
        public let description: String
    }

    /// What a Python command prints.
    public static func run(_ arguments: String...) throws -> String {
        let folder = try TemporaryFolder()
        let log = try folder.write("log", "")
        defer { withExtendedLifetime(folder) {} }
        let process = Process()
        process.executableURL = root.appendingPathComponent(".venv/bin/python")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "PYTHONPATH": root.appendingPathComponent("Reference").path, "HF_HUB_OFFLINE": "1",
        ]) { $1 }
        let output = Pipe.unshared()
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: log)
        try process.start()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        guard process.waitForExit() == 0 else {
            throw Failed(description: try String(contentsOf: log, encoding: .utf8))
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// Runs a script with a value as JSON in its first argument, and reads the JSON that it prints.
    public static func run<Result: Decodable>(
        script: String, on input: some Encodable, as: Result.Type = Result.self
    ) throws -> Result {
        let json = String(decoding: try JSONEncoder().encode(input), as: UTF8.self)
        return try JSONDecoder().decode(Result.self, from: Data(run("-c", script, json).utf8))
    }
}
