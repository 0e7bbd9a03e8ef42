import Testing

@Suite("Subscripts select and update what Python's do")
struct SubscriptTests {
    @Test("12,000 random index expressions, read and assigned, bit for bit")
    func expressions() throws {
        let count = 12_000
        let report = try ConformanceRun(
            python: "run_subscripts.py", mode: "subscripts", arguments: ["\(count)", "1"]
        ).run()
        print(
            "subscripts: \(report.calls) expressions, \(report.failing) of them refused by both sides"
        )
        #expect(report.calls == count)
        #expect(
            report.differences.isEmpty,
            "\(report.differences.count) differ:\n\(report.differences.prefix(40).map(\.description).joined(separator: "\n"))"
        )
    }
}
