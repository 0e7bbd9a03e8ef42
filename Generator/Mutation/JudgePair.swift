import Harness
import Instrumentation
import TraceDiff

extension MutationSubject {
    /// Runs the program with two faults and looks for both, the first one repaired by the reference's values.
    ///
    /// - Throws: ``HarnessError`` if the tool cannot be started, `TraceError`, what the file system throws.
    public func judge(pair: (Finding, Finding), tool: String, folder: String) throws -> PairFinding
    {
        let mutants = [pair.0.mutant, pair.1.mutant]
        var result = PairFinding(
            first: mutants[0].id, second: mutants[1].id, family: family, lines: [], found: [])
        guard let run = runs.first(where: { $0.name == pair.0.run }),
            let reference = run.reference[.cached]
        else { return result }
        let search = FaultSearch(
            program: ToolRun(
                tool: tool, package: package,
                environment: ["MLX_PORT_MUTANT": "\(mutants[0].id),\(mutants[1].id)"],
                folder: folder),
            tracing: tracing, limit: 6)
        let values = try TensorFile(contentsOf: Trace.valuesPath(besideTrace: run.files.trace))
        let faults = try search(run.files, .cached, reference: reference, values: values).faults
        result.lines = faults.map { "\($0.record.source) \($0.record.name)" }
        result.found = mutants.filter { mutant in
            let lines = mutant.places.flatMap { map.python[$0] ?? [] }.map(\.place)
            return faults.contains { lines.contains($0.record.source) }
        }.map(\.id)
        return result
    }
}

/// Pairs of faults in different lines of one family, both of which are found alone in the same pass.
///
/// - Parameter count: how many; fewer if there are no more.
public func selectPairs(_ findings: [Finding], count: Int) -> [(Finding, Finding)] {
    let usable = findings.filter {
        $0.verdict == .localised && $0.failure == nil && $0.reason == "the line itself"
            && $0.path?.hasPrefix("full") == false
    }
    let groups = Dictionary(grouping: usable) { "\($0.family) \($0.run ?? "")" }
        .sorted { $0.key < $1.key }.map(\.value)
    var pairs: [(Finding, Finding)] = []
    var distance = 1
    while pairs.count < count, distance < (groups.map(\.count).max() ?? 0) {
        for group in groups {
            for index in stride(from: 0, to: group.count - distance, by: 2 * distance)
            where group[index].culprit != group[index + distance].culprit {
                pairs.append((group[index], group[index + distance]))
            }
        }
        distance += 1
    }
    // From all families alike.
    return Array(
        pairs.indices.sorted { ($0 % 7, $0) < ($1 % 7, $1) }.prefix(count).map { pairs[$0] })
}
