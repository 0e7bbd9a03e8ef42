import Compiler
import Foundation

/// A sweep over the families of a package: each from its source to a comparison of both sides.
public struct Sweep {
    private let settings: SweepSettings
    private let pool: WorkerPool
    private let progress: SweepProgress
    private let last: SweepTask.Stage

    /// - Parameters:
    ///   - worker: the program that carries out tasks, and its arguments.
    ///   - until: the last stage.
    ///   - progress: what takes the progress, and whether that is a terminal.
    public init(
        _ settings: SweepSettings, jobs: Int, worker: (executable: URL, arguments: [String]),
        isTerminal: Bool, until last: SweepTask.Stage = .compare,
        progress write: @escaping (String) -> Void
    ) {
        self.settings = settings
        self.last = last
        pool = WorkerPool(jobs: jobs, executable: worker.executable, arguments: worker.arguments)
        progress = SweepProgress(isTerminal: isTerminal, write: write)
    }

    /// Sweeps over families; what an earlier sweep found and still holds is taken over.
    ///
    /// - Throws: what the file system throws.
    public func run(_ families: [String]) throws -> Coverage {
        let folder = settings.folder
        perform(.define, families, tool: nil)
        if last != .define {
            perform(
                .translate, families.filter { folder.result(of: $0).failure == nil }, tool: nil)
        }
        let translated = families.filter {
            let result = folder.result(of: $0)
            return result.failure == nil && result.translation?.isFull == true
        }
        if last == .compare, !translated.isEmpty {
            progress.begin("build", total: 1)
            let outcome = try SweepBuild(settings: settings, families: families).run {
                progress.say("building \($0)")
            }
            if let tool = outcome.tool {
                perform(
                    .compare,
                    translated.filter { folder.result(of: $0).compilerErrors.isEmpty }, tool: tool)
            } else {
                progress.say("the build failed: \(outcome.message ?? "")")
            }
        }
        progress.end()
        return Coverage(package: settings.package, families: families.map(folder.result))
    }

    private func perform(_ stage: SweepTask.Stage, _ families: [String], tool: String?) {
        progress.begin(stage.rawValue, total: families.count)
        let folder = settings.folder
        pool.perform(families.map { SweepTask(stage, $0, tool: tool) }) { task, isDone in
            if !isDone {
                var result = folder.result(of: task.family)
                result.failure = Blocker(
                    construct: "\(stage.rawValue): the compiler ended", place: "",
                    message: "the process that worked on the family ended")
                try? folder.save(result)
            }
            progress.advance(task.family)
        }
    }
}
