import Foundation
import Harness
import Synchronization

/// Runs a program with faults, several processes at a time.
public struct MutationRun: Sendable {
    /// The program, in which all faults can be switched on.
    let tool: String
    /// Where the runs write.
    let folder: String
    /// How many programs run at a time.
    let jobs: Int
    /// The faults that make no difference.
    let equivalents: EquivalentMutants
    /// Called with a line for each step.
    let progress: @Sendable (String) -> Void

    public init(
        tool: String, folder: String, jobs: Int, equivalents: EquivalentMutants,
        progress: @escaping @Sendable (String) -> Void
    ) {
        self.tool = tool
        self.folder = folder
        self.jobs = jobs
        self.equivalents = equivalents
        self.progress = progress
    }

    /// A family with what its program does without a fault.
    public struct Surveyed: Sendable {
        let subject: MutationSubject
        let survey: MutantSurvey
    }

    /// For each fault whose code runs the first family that runs it.
    ///
    /// - Throws: ``HarnessError`` if a program fails or differs without a fault, `TraceError`.
    public func survey(_ subjects: [MutationSubject], _ mutants: [Mutant]) throws -> [Int: Surveyed]
    {
        var result: [Int: Surveyed] = [:]
        for subject in subjects {
            let survey = try subject.survey(tool: tool, folder: "\(folder)/survey")
            if let difference = survey.difference {
                throw HarnessError.badResult(
                    program: "llm-tool",
                    message: "\(subject.family) differs without a fault: \(difference.path) "
                        + "\(difference.source) \(difference.name)")
            }
            let reached = mutants.filter { mutant in
                guard subject.isConcerned(by: mutant) else { return false }
                return survey.traced.contains(mutant.id)
                    || survey.loading.contains(mutant.id)
                        && (mutant.makesLayer || !mutant.keys.isEmpty)
            }
            progress("\(subject.family): the code of \(reached.count) faults runs")
            for mutant in reached where result[mutant.id] == nil {
                result[mutant.id] = Surveyed(subject: subject, survey: survey)
            }
        }
        return result
    }

    /// Runs each fault.
    ///
    /// - Throws: ``HarnessError`` if the tool cannot be started, `TraceError`.
    public func judge(_ mutants: [Mutant], _ surveyed: [Int: Surveyed]) throws -> [Finding] {
        try inParallel(mutants) { mutant, folder in
            guard let family = surveyed[mutant.id] else { return nil }
            let finding = try family.subject.judge(
                mutant, survey: family.survey, tool: tool, folder: folder
            ).judged(by: equivalents)
            progress(
                "\(mutant.id) \(mutant.kind.rawValue), \(finding.family): \(finding.verdict.rawValue)"
            )
            return finding
        }.sorted { $0.mutant.id < $1.mutant.id }
    }

    /// Runs each pair of faults.
    ///
    /// - Throws: ``HarnessError`` if the tool cannot be started, `TraceError`, what the file system throws.
    public func judge(pairs: [(Finding, Finding)], _ surveyed: [Int: Surveyed]) throws
        -> [PairFinding]
    {
        try inParallel(pairs) { pair, folder in
            guard let family = surveyed[pair.0.mutant.id] else { return nil }
            let finding = try family.subject.judge(pair: pair, tool: tool, folder: folder)
            progress("\(finding.first) and \(finding.second): \(finding.found.count) found")
            return finding
        }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    private func inParallel<Task: Sendable, Value: Sendable>(
        _ tasks: [Task], _ body: @escaping @Sendable (Task, _ folder: String) throws -> Value?
    ) throws -> [Value] {
        var results: [Value] = []
        let folders = WorkerFolders(below: folder)
        try performInOrder(tasks, jobs: jobs, worker: folders.next()) { folder, task in
            Result { try body(task, folder) }
        } finished: { _, result in
            if let value = try result.get() { results.append(value) }
        }
        return results
    }
}

/// A folder for each of those who run programs at the same time.
private final class WorkerFolders: Sendable {
    private let folder: String
    private let count = Mutex(0)

    init(below folder: String) { self.folder = folder }

    func next() -> String {
        count.withLock { count in
            count += 1
            return "\(folder)/worker-\(count)"
        }
    }
}
