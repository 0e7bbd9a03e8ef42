import ChildProcesses
import CompilerTestSupport
import Foundation

/// A finished run of the built program, in the repository.
struct MLXPortProcess {
    let status: Int32
    let output: String
    let log: String

    /// The program beside the tests.
    static let executable = Bundle.main.executableURL!.resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "mlx-port")

    /// Runs `mlx-port` with the arguments and waits for it.
    init(_ arguments: String...) throws { try self.init(arguments: arguments) }

    init(arguments: [String]) throws {
        let folder = try TemporaryFolder()
        // Files, so that no full pipe blocks the program.
        let files = try ["out", "err"].map {
            try FileHandle(forWritingTo: folder.write("", to: $0))
        }
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = Repository.url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = files[0]
        process.standardError = files[1]
        try process.start()
        status = process.waitForExit()
        output = try String(contentsOf: folder.url.appending(path: "out"), encoding: .utf8)
        log = try String(contentsOf: folder.url.appending(path: "err"), encoding: .utf8)
    }
}
