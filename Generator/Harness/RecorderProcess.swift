import ChildProcesses
import Foundation

/// The recorder as a process that stays: it is asked to try configurations and to record families,
/// one after the other.
///
/// A question that ends the process is answered by that; the next gets a new process.
public final class RecorderProcess {
    private let python: PythonReference
    private var process: Process?
    private var requests: FileHandle?
    private var answers: FileHandle?

    /// Starts nothing yet.
    public init(_ python: PythonReference) { self.python = python }

    deinit { stop() }

    /// Sends a line and waits for the answer.
    ///
    /// - Returns: the answer's line; `nil` if the process ended instead.
    /// - Throws: ``HarnessError`` if Python cannot be started.
    public func ask(_ request: Data) throws -> Data? {
        if process?.isRunning != true { try start() }
        guard let requests, let answers else { return nil }
        do {
            try requests.write(contentsOf: request + Data([0x0A]))
        } catch {
            stop()
            return nil
        }
        var line = Data()
        while let byte = try? answers.read(upToCount: 1), !byte.isEmpty {
            if byte[byte.startIndex] == 0x0A { return line }
            line += byte
        }
        stop()
        return nil
    }

    /// Fills a working folder, as ``recordWork(_:selection:using:folder:layout:keepsValues:progress:)``
    /// does.
    ///
    /// - Parameter definition: the definition's path.
    /// - Throws: ``HarnessError`` with the recorder's own message.
    public func recordWork(_ definition: String, selection: VariantSelection, folder: String) throws
        -> [RecordedVariant]
    {
        let request = WorkRequest(
            definition: definition, output: folder, dtypes: selection.dtypes,
            batches: selection.batches, scenes: selection.scenes,
            skipsHeavy: selection.skipsHeavy)
        guard let data = try ask(JSONEncoder().encode(request)),
            let answer = try? JSONDecoder().decode(WorkAnswer.self, from: data)
        else {
            throw HarnessError.badResult(program: "recorder", message: "the Python process ended")
        }
        guard let written = answer.written else {
            throw HarnessError.failed(program: "recorder", status: 2, message: answer.error ?? "")
        }
        return written
    }

    private struct WorkRequest: Encodable {
        let definition: String
        let output: String
        let dtypes: [String]
        let batches: [Int]
        let scenes: [String]
        let skipsHeavy: Bool
    }

    private struct WorkAnswer: Decodable {
        let written: [RecordedVariant]?
        let error: String?
    }

    private func start() throws {
        guard FileManager.default.isExecutableFile(atPath: python.interpreter) else {
            throw HarnessError.missingProgram(
                path: python.interpreter, advice: "run `make setup` first")
        }
        let (input, output) = (Pipe.unshared(), Pipe.unshared())
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python.interpreter)
        process.arguments =
            ["-m", "recorder", "serve"] + (python.source.map { ["--source", $0] } ?? [])
        process.environment = ProcessInfo.processInfo.environment
            .merging(["PYTHONPATH": python.folder]) { _, new in new }
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.start()
        } catch {
            throw HarnessError.badResult(
                program: python.interpreter,
                message: "cannot be started: \(error.localizedDescription)")
        }
        self.process = process
        requests = input.fileHandleForWriting
        answers = output.fileHandleForReading
    }

    private func stop() {
        try? requests?.close()
        process?.waitForExit()
        process = nil
        requests = nil
        answers = nil
    }
}
