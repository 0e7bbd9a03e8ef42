import ChildProcesses
import Foundation

/// A finished run of the built program.
struct LLMToolProcess {
    let status: Int32
    let output: String
    let log: String

    /// The program beside the tests.
    static let executable = Bundle.main.executableURL!.resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("llm-tool")

    /// Runs `llm-tool` with the arguments and waits for it.
    init(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws {
        try self.init(arguments, input: input, environment: environment)
    }

    /// Runs it with so many bytes of address space at most.
    init(limitingMemoryTo bytes: Int, _ arguments: [String]) throws {
        let script = #"ulimit -v "$1"; shift; exec "$@""#
        try self.init(
            ["-c", script, "sh", "\(bytes >> 10)", Self.executable.path] + arguments,
            executable: URL(filePath: "/bin/sh"))
    }

    init(
        _ arguments: [String], input: String = "", environment: [String: String] = [:],
        executable: URL = Self.executable
    ) throws {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files, so that no full pipe blocks the program.
        let files = try ["in", "out", "err"].map { name -> URL in
            let url = folder.appendingPathComponent(name)
            try Data((name == "in" ? input : "").utf8).write(to: url)
            return url
        }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.start()
        // What hangs is killed, and so a failure.
        status = process.waitForExit(limit: 300)
        output = try String(contentsOf: files[1], encoding: .utf8)
        log = try String(contentsOf: files[2], encoding: .utf8)
    }
}
