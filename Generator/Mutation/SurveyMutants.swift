import Foundation
import Harness
import TraceDiff

/// What the program without a fault does.
public struct MutantSurvey: Sendable {
    /// The faults whose code runs in a forward pass.
    public var traced: Set<Int> = []
    /// Those whose code runs before, where the model is made and loaded.
    public var loading: Set<Int> = []
    /// Of the faults that can tell, those whose change gives another value somewhere.
    public var effective: Set<Int> = []
    /// What each observed place of the Swift gave, in order.
    var values: [ObservedPlace: [TraceHash]] = [:]
    /// The first record that differs though no fault is switched on; nil if nothing does.
    public var difference: TraceRecord?
}

/// A place of the Swift in one pass of one run.
struct ObservedPlace: Hashable {
    let run: String
    let pass: ToolRun.Pass
    let place: String
}

extension Trace {
    /// Whether a pass has begun.
    var hasRun: Bool { records.contains { $0.kind != .weight } }

    /// What the lines of the tool gave, by their places.
    func values(of run: RecordedVariant, _ pass: ToolRun.Pass, at places: Set<String>? = nil)
        -> [ObservedPlace: [TraceHash]]
    {
        records.reduce(into: [:]) { values, record in
            guard record.kind == .line, places?.contains(record.source) ?? true else { return }
            let place = ObservedPlace(run: run.trace, pass: pass, place: record.source)
            values[place, default: []].append(record.hash)
        }
    }
}

extension MutationSubject {
    /// Runs the program without a fault: it has to be identical, and says which faults' code it comes by.
    ///
    /// - Throws: ``HarnessError`` if the tool fails, `TraceError`.
    public func survey(tool: String, folder: String) throws -> MutantSurvey {
        let program = ToolRun(
            tool: tool, package: package, environment: ["MLX_PORT_MUTANT": "all"], folder: folder)
        var survey = MutantSurvey()
        for run in runs {
            for pass in ToolRun.Pass.allCases {
                let outcome = try program(run.files, pass)
                guard outcome.failure == nil, let trace = outcome.trace else {
                    throw HarnessError.failed(
                        program: "llm-tool", status: 1, message: outcome.failure ?? "no trace")
                }
                for message in outcome.messages {
                    let words = message.split(separator: " ")
                    guard words.count > 1, words[0] == "mutant", let id = Int(words[1]) else {
                        continue
                    }
                    switch words.dropFirst(2).first {
                    case nil: survey.loading.insert(id)
                    case "changes": survey.effective.insert(id)
                    default: survey.traced.insert(id)
                    }
                }
                survey.values.merge(trace.values(of: run.files, pass)) { first, _ in first }
                survey.difference =
                    survey.difference ?? difference(trace, in: run, pass)?.firstRecord
            }
        }
        return survey
    }
}
