import CompilerTestSupport
import ConformanceSupport
import Foundation
import Testing
import Yams

@Suite("Swift's operations give what Python's give", .serialized)
struct CaseRunTests {
    @Test("Every case, in every shape class and dtype, bit for bit")
    func cases() throws {
        let report = try ConformanceRun(python: "run_cases.py", mode: "cases").run()
        print(
            "conformance: \(report.cases) cases, \(report.calls) calls, in \(report.failing) of them",
            "Python raises and Swift throws")
        #expect(report.calls >= 5000)
        let known = try Self.knownDifferences()
        var unused = Set(known.keys)
        var unknown: [String] = []
        for difference in report.differences {
            let keys = difference.keys.filter { known[$0] != nil }
            if keys.isEmpty { unknown.append(difference.description) }
            // What the engine leaves to chance may be equal by chance.
            unused.subtract(keys)
        }
        let raised = Set(
            report.differences.filter { $0.what.hasPrefix("Python raises") }.map(\.description))
        if !raised.isDisjoint(with: unknown) {
            // The engine may tell a call the error of an earlier one, whose other operations fail a moment later
            // on the stream's thread: an error that a call has itself comes in every run.
            let again = try ConformanceRun(python: "run_cases.py", mode: "cases").run()
            let repeated = Set(again.differences.map(\.description))
            unknown.removeAll { raised.contains($0) && !repeated.contains($0) }
        }
        let byChance = known.filter { $0.value.contains("unwritten") }.keys
        #expect(
            unknown.isEmpty,
            "\(unknown.count) calls differ:\n\(unknown.prefix(40).joined(separator: "\n"))")
        #expect(
            unused.subtracting(byChance).isEmpty,
            "differ no longer, take them from differences.yml: \(unused.sorted())")
    }

    /// Why what differs on purpose does, by case or by case and shape class or dtype.
    private static func knownDifferences() throws -> [String: String] {
        let file = CaseFile.folder.appending(path: "differences.yml")
        return try YAMLDecoder().decode(
            [String: String].self, from: String(contentsOf: file, encoding: .utf8))
    }
}
