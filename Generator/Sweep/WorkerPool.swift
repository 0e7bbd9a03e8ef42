import ChildProcesses
import Foundation
import Harness

/// Processes that carry out tasks, one each at a time; a process that ends is replaced.
final class WorkerPool: Sendable {
    private let jobs: Int
    private let executable: URL
    private let arguments: [String]

    /// - Parameters:
    ///   - jobs: how many processes at most.
    ///   - arguments: those that make the program a worker, which reads a task a line and answers each.
    init(jobs: Int, executable: URL, arguments: [String]) {
        self.jobs = jobs
        self.executable = executable
        self.arguments = arguments
    }

    /// Carries out all tasks.
    ///
    /// - Parameters:
    ///   - finished: called after each task, in their order; false says that the process ended.
    func perform(_ tasks: [SweepTask], finished: (SweepTask, Bool) -> Void) {
        let (executable, arguments) = (executable, arguments)
        performInOrder(tasks, jobs: jobs, worker: Worker(executable, arguments)) {
            $0.perform($1)
        } finished: { task, isDone in
            finished(task, isDone)
        }
    }
}

/// A process for one task after the other; one that ends is replaced.
private final class Worker {
    private let executable: URL
    private let arguments: [String]
    private var process: WorkerProcess?

    init(_ executable: URL, _ arguments: [String]) {
        self.executable = executable
        self.arguments = arguments
    }

    deinit { process?.stop() }

    /// Carries out a task; false if the process ended.
    func perform(_ task: SweepTask) -> Bool {
        if process == nil { process = WorkerProcess(executable, arguments) }
        let isDone = process?.perform(task) ?? false
        if !isDone {
            process?.stop()
            process = nil
        }
        return isDone
    }
}

/// A worker and its pipes.
private final class WorkerProcess {
    private let process = Process()
    private let tasks = Pipe.unshared()
    private let answers = Pipe.unshared()

    init?(_ executable: URL, _ arguments: [String]) {
        process.executableURL = executable
        process.arguments = arguments
        process.standardInput = tasks
        process.standardOutput = answers
        process.standardError = FileHandle.nullDevice
        do { try process.start() } catch { return nil }
    }

    /// Sends a task and waits for the answer; false if the process ended.
    func perform(_ task: SweepTask) -> Bool {
        guard let line = try? JSONEncoder().encode(task),
            (try? tasks.fileHandleForWriting.write(contentsOf: line + Data([0x0A]))) != nil
        else { return false }
        while let byte = try? answers.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
            if byte[byte.startIndex] == 0x0A { return true }
        }
        return false
    }

    func stop() {
        try? tasks.fileHandleForWriting.close()
        process.waitForExit()
    }
}
