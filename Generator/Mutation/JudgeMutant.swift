import Foundation
import Harness
import Instrumentation
import TraceDiff

extension MutationSubject {
    /// Runs the program with a fault and compares it with the Python, run by run until something differs.
    ///
    /// - Parameter survey: what the program does without the fault.
    /// - Throws: ``HarnessError`` if the tool cannot be started, `TraceError`.
    public func judge(
        _ mutant: Mutant, survey: MutantSurvey, tool: String, folder: String
    ) throws -> Finding {
        let program = ToolRun(
            tool: tool, package: package, environment: ["MLX_PORT_MUTANT": "\(mutant.id)"],
            folder: folder)
        var own: [ObservedPlace: [TraceHash]] = [:]
        for run in runs {
            for pass in ToolRun.Pass.allCases {
                let outcome = try program(run.files, pass)
                // A model that is not even loaded has computed nothing that could be compared.
                guard let trace = outcome.trace, outcome.failure == nil || trace.hasRun else {
                    return judge(mutant, failure: outcome.failure ?? "no trace was written")
                }
                guard let found = difference(trace, in: run, pass) else {
                    own.merge(trace.values(of: run.files, pass, at: Set(mutant.places))) { $1 }
                    continue
                }
                return judge(mutant, found, in: run, failure: outcome.failure)
            }
        }
        return survival(of: mutant, own, survey)
    }

    /// A fault that runs and makes no difference.
    private func survival(
        of mutant: Mutant, _ own: [ObservedPlace: [TraceHash]], _ survey: MutantSurvey
    ) -> Finding {
        let count = own.values.reduce(0) { $0 + $1.count }
        let expected = survey.values.filter { mutant.places.contains($0.key.place) }
        let isSame = own == expected
        let reason =
            if !isSame {
                "the statement gives other values, and nothing that is compared depends on them"
            } else if count > 0 {
                "the statement gives the same bits in all of its \(count) values"
            } else { "the statement gives no value in these runs" }
        var finding = Finding(
            mutant: mutant, family: family, verdict: .undetected, reason: reason)
        // All before the first time that it gives another number is as without it, and there is no such time.
        if mutant.isEffectTold, !survey.effective.contains(mutant.id) {
            finding.proof =
                "the bound gives the same number as without the fault, each time it runs"
        }
        return finding
    }

    private func judge(_ mutant: Mutant, failure: String) -> Finding {
        let isNamed =
            mutant.keys.contains { failure.contains($0) }
            || failure.namesLine(of: mutant)
        return Finding(
            mutant: mutant, family: family, verdict: isNamed ? .localised : .downstream,
            failure: String(failure.prefix(2000)),
            reason: isNamed ? "the error names it" : "the error does not name it")
    }

    private func judge(
        _ mutant: Mutant, _ found: Difference, in run: RecordedRun, failure: String?
    ) -> Finding {
        var (verdict, reason) = localise(mutant, found)
        if verdict != .localised, let failure, failure.namesLine(of: mutant) {
            (verdict, reason) = (.localised, "the error names it")
        }
        let culprit = found.line ?? found.firstRecord
        return Finding(
            mutant: mutant, family: family, run: run.name, verdict: verdict,
            culprit: "\(culprit.source) \(culprit.name)", path: "\(culprit.run) \(culprit.path)",
            failure: failure.map { String($0.prefix(2000)) }, reason: reason)
    }

    private func localise(_ mutant: Mutant, _ found: Difference) -> (Finding.Verdict, String) {
        let mark = "mutant:\(mutant.id):0"
        if found.precedes(mark) { return (.unrelated, "runs before the fault") }
        if !mutant.keys.isEmpty { return localise(keysOf: mutant, found) }
        // A line of a shared component stands for lines of several families, and for none of some.
        let lines = mutant.places.flatMap { map.python[$0] ?? [] }.map(\.place)
            .filter(found.runsInReference)
        if !lines.isEmpty {
            return found.line.map { lines.contains($0.source) } == true
                ? (.localised, "the line itself")
                : (.downstream, "stands for \(Set(lines).sorted().joined(separator: ", "))")
        }
        guard found.contains(mark) else {
            // While what the layer is given agrees.
            let layer = found.firstRecord.isParameter ? nil : found.classOfModule
            let isMade =
                layer.map {
                    mutant.original.contains("\($0)(") || mutant.function.hasPrefix("\($0).")
                } ?? false
            return isMade
                ? (.localised, "a call of the layer that the code makes")
                : (.downstream, "ran before the trace began")
        }
        return found.begins(behind: mark)
            ? (.localised, "the first compared line that ends after the fault")
            : (.downstream, "a compared line ends between the fault and it")
    }

    /// A line of an initialiser, or a weight key: a call of the layer, or the line that reads it.
    private func localise(keysOf mutant: Mutant, _ found: Difference) -> (Finding.Verdict, String) {
        let record = found.firstRecord
        if record.kind == .weight,
            record.path.split(separator: ".").contains(where: { mutant.keys.contains(String($0)) })
        {
            return (.localised, "the weights of the layer that the line makes")
        }
        let last = record.path.split(separator: ".").last { Int($0) == nil }
        if let last, mutant.keys.contains(String(last)), !record.isParameter {
            return (.localised, "a call of the layer that the line makes")
        }
        if record.kind == .module {
            if found.isWithinModule(ofClass: mutant.function) {
                return (.localised, "a call of the module whose layers they are, while they agree")
            }
        }
        if let line = found.line {
            let text = sources.statement(at: line.source) ?? ""
            if mutant.keys.contains(where: { text.contains("self.\($0)") }) {
                return (.localised, "the line that reads the layer")
            }
        }
        return (.downstream, "a layer that the line makes")
    }
}

extension String {
    /// Whether a report of a crash names the statement as the innermost code of the models.
    fileprivate func namesLine(of mutant: Mutant) -> Bool {
        let name = mutant.file.split(separator: "/").last.map(String.init) ?? mutant.file
        for line in split(separator: "\n") where !line.contains("MutantSwitch") {
            // `Models/File.swift:12: Fatal error: …`, or a frame's `…/mutant-models/Family/File.swift:12:5`
            guard line.contains("Fatal error") || line.contains("/mutant-"),
                let found = line.firstMatch(of: /(\w+\.swift):(\d+)/), let number = Int(found.2)
            else { continue }
            return found.1 == name && (mutant.line...mutant.bodyEnd).contains(number)
        }
        return false
    }
}
