import ChildProcesses
import Foundation

/// A program that is run to its end, with what it prints.
struct Subprocess {
    /// The executable's path.
    var executable: String
    /// Its arguments.
    var arguments: [String]
    /// Variables beside those of this process.
    var environment: [String: String] = [:]
    /// What to do if the executable is not there.
    var advice: String

    /// What a program left behind.
    struct Outcome {
        var status: Int32
        var output: Data
        var errorLines: [String]

        /// Whether a signal ended it.
        var isCrash: Bool { status > 128 }
    }

    /// Runs the program and waits for it.
    ///
    /// - Parameter onErrorLine: called with each line on standard error as it comes.
    /// - Throws: ``HarnessError`` if the program cannot be started.
    func run(onErrorLine: (String) -> Void = { _ in }) throws -> Outcome {
        guard FileManager.default.isExecutableFile(atPath: executable) else {
            throw HarnessError.missingProgram(path: executable, advice: advice)
        }
        // Standard output goes to a file: reading one pipe while another fills up would block.
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("mlx-port-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
            throw HarnessError.badResult(
                program: executable, message: "no temporary file \(file.path)")
        }
        defer { try? FileManager.default.removeItem(at: file) }
        let output = try FileHandle(forWritingTo: file)
        defer { try? output.close() }

        let errors = Pipe.unshared()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        do {
            try process.start()
        } catch {
            throw HarnessError.badResult(
                program: executable, message: "cannot be started: \(error.localizedDescription)")
        }
        let lines = Self.lines(of: errors.fileHandleForReading, each: onErrorLine)
        return Outcome(
            status: process.waitForExit(), output: try Data(contentsOf: file), errorLines: lines)
    }

    /// Reads to the end, line by line.
    private static func lines(of handle: FileHandle, each: (String) -> Void) -> [String] {
        var lines: [String] = []
        var rest = Data()
        func take(_ line: Data) {
            let text = String(decoding: line, as: UTF8.self)
            lines.append(text)
            each(text)
        }
        while true {
            let chunk = handle.availableData
            guard !chunk.isEmpty else { break }
            rest.append(chunk)
            while let end = rest.firstIndex(of: 0x0A) {
                take(rest[rest.startIndex..<end])
                rest = Data(rest[rest.index(after: end)...])
            }
        }
        if !rest.isEmpty { take(rest) }
        return lines
    }
}

extension Subprocess.Outcome {
    /// What a program said last, without its `error:` in front.
    var message: String {
        let errors = errorLines.filter { $0.lowercased().hasPrefix("error: ") }
        if let error = errors.last { return String(error.dropFirst("error: ".count)) }
        return errorLines.last { !$0.allSatisfy(\.isWhitespace) } ?? ""
    }
}
