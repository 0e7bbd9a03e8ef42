import Harness
import Instrumentation

/// What `verify --lines --continue` says of one pass: the lines at fault, in order.
struct FaultReport {
    let text: String

    init(_ found: FoundFaults, _ code: PackageLines) {
        let faults = found.result.faults
        let count = faults.count == 1 ? "1 line" : "\(faults.count) lines"
        var lines = [
            "\(found.files.title), \(found.pass.rawValue): \(count) at fault"
        ]
        for (index, fault) in faults.enumerated() {
            let line = LineMap.PythonLine(fault.record)
            lines.append(
                "  \(index + 1). \(line.name), \(fault.record.run) \(fault.record.path), "
                    + (fault.injected == 0
                        ? "not run by the Swift"
                        : "goes on with the Python's value in \(fault.injected) calls"))
            for place in [line.place, code.map.swift[line]].compactMap(\.self) {
                lines.append("     \(place)  \(code.sources.line(at: place) ?? "")")
            }
        }
        if let failure = found.result.failure { lines.append("  the program failed: \(failure)") }
        if !found.result.isComplete { lines.append("  there may be more") }
        text = lines.joined(separator: "\n")
    }
}
