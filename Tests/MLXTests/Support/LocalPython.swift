import ChildProcesses
import FileTestSupport
import Foundation

/// Runs scripts with the Python that `make setup` installs.
enum LocalPython {
    /// What a script failed with.
    struct Failure: Error {
        let status: Int32
    }

    /// Runs a script of this folder and decodes the JSON that it writes to standard output.
    ///
    /// Input and output are files: processes that start at the same time would inherit the ends of each
    /// other's pipes, and keep them open.
    static func json<Value: Decodable>(
        _: Value.Type, script: String, _ arguments: [String] = [], _ input: String = ""
    ) throws -> Value {
        let tests = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
        let root = tests.deletingLastPathComponent().deletingLastPathComponent()
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = root.appending(path: ".venv/bin/python")
        process.arguments = [tests.appending(path: script).path] + arguments
        process.standardInput = try FileHandle(forReadingFrom: folder.write("input", input))
        let output = try folder.write("output", "")
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.start()
        let status = process.waitForExit()
        guard status == 0 else { throw Failure(status: status) }
        return try JSONDecoder().decode(Value.self, from: Data(contentsOf: output))
    }
}
