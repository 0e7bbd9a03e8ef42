import ChildProcesses
import CompilerTestSupport
import ConformanceSupport
import Foundation

/// What `conformance` reports.
struct ConformanceReport: Decodable {
    let cases: Int
    let calls: Int
    let failing: Int
    let differences: [Difference]

    struct Difference: Decodable, CustomStringConvertible {
        let name: String
        let shapeClass: String
        let dtypes: String
        let what: String

        /// The names under which a difference may be known.
        var keys: [String] { [name, "\(name) \(shapeClass)", "\(name) \(dtypes)"] }

        var description: String { "\(name) (\(shapeClass), \(dtypes)): \(what)" }
    }
}

/// A run of both sides in processes of their own: Python first, then Swift on the same inputs.
///
/// Both run without `mx.compile`, whose fused kernels the CPU builds at run time.
struct ConformanceRun {
    /// The script of the Python side.
    let python: String
    /// What the Swift side is to do.
    let mode: String
    var arguments: [String] = []

    func run() throws -> ConformanceReport {
        let folder = try TemporaryFolder()
        let scripts = CaseFile.folder.appending(path: "Python")
        _ = try launch(
            Repository.url.appending(path: ".venv/bin/python"),
            [
                scripts.appending(path: python).path,
                CaseFile.folder.appending(path: "Cases").path, folder.url.path,
            ] + arguments)
        let output = try launch(Self.executable(), [mode, folder.url.path])
        return try JSONDecoder().decode(ConformanceReport.self, from: output)
    }

    /// The program beside the test bundle.
    private static func executable() -> URL {
        Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
            .map { $0.deletingLastPathComponent() }?.appending(path: "conformance")
            ?? Repository.url.appending(path: ".build/debug/conformance")
    }

    private func launch(_ program: URL, _ arguments: [String]) throws -> Data {
        let folder = try TemporaryFolder()
        let output = try folder.write("", to: "output")
        let log = try folder.write("", to: "log")
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["MLX_DISABLE_COMPILE": "1"]) { $1 }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: log)
        try process.start()
        let status = process.waitForExit()
        guard status == 0 else {
            let text = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
            throw RunError(
                description: """
                    \(program.lastPathComponent) ended with \(status):
                    \(text.suffix(30).joined(separator: "\n"))
                    """)
        }
        return try Data(contentsOf: output)
    }
}

struct RunError: Error, CustomStringConvertible { let description: String }
