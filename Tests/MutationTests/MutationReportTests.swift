import Testing

@testable import Mutation

@Suite("The report of a mutation run")
struct MutationReportTests {
    @Test("names files as they are called in every checkout")
    func relativePaths() {
        let mutant = Mutant(
            id: 1, kind: .scaleDropped, file: "A.swift", line: 1, lastLine: 1, bodyEnd: 1,
            function: "A.f", original: "", changed: "", places: [], keys: [])
        var finding = Finding(mutant: mutant, family: "a", verdict: .localised, reason: "")
        finding.failure = "the weights in /home/me/checkout/.build/run do not fit"
        let report = MutationReport(
            families: ["a"], built: 1, refused: 0, reached: 1, findings: [finding], pairs: []
        ).relative(to: "/home/me/checkout")
        #expect(report.findings.first?.failure == "the weights in .build/run do not fit")
    }
}
