import Testing

@testable import Mutation

@Suite("The report of a mutation run")
struct MutationReportTests {
    @Test(
        "names files as they are called in every checkout, and of a crash the cause alone",
        arguments: [
            (
                "the weights in /home/me/checkout/.build/run do not fit",
                "the weights in .build/run do not fit"
            ),
            (
                "\n*** Signal 11: Backtracing from 0x55... done ***\n\n"
                    + "*** Program crashed: Bad pointer dereference at 0x00007ffd18fdfff0 ***\n\nThread 0",
                "Bad pointer dereference"
            ),
            (
                "Swift/Range.swift:761: Fatal error: no range\n\n*** Signal 4: Backtracing ***\n\n"
                    + "*** Program crashed: Illegal instruction at 0x00007fe3cb36df7f ***\n\nThread 0",
                "Swift/Range.swift:761: Fatal error: no range\nIllegal instruction"
            ),
        ])
    func anyRunsFailures(said: String, told: String) {
        let mutant = Mutant(
            id: 1, kind: .scaleDropped, file: "A.swift", line: 1, lastLine: 1, bodyEnd: 1,
            function: "A.f", original: "", changed: "", places: [], keys: [])
        var finding = Finding(mutant: mutant, family: "a", verdict: .localised, reason: "")
        finding.failure = said
        let report = MutationReport(
            families: ["a"], built: 1, refused: 0, reached: 1, findings: [finding], pairs: []
        ).relative(to: "/home/me/checkout")
        #expect(report.findings.first?.failure == told)
    }
}
