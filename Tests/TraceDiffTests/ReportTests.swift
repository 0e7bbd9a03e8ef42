import Foundation
import Testing
import TraceDiff

@Suite("Reports")
struct ReportTests {
    static let reference = (0..<30).map { record("layers.\($0)", [Float($0), 1]) }
    static let candidate =
        reference[..<20] + [record("layers.20", [99, 1])] + reference[21..<29]
    static let comparison = compare(reference, Array(candidate))

    @Test("a terminal sees the counts, the first difference, its surroundings and the verdict")
    func terminal() {
        let text = TerminalReport().render(Self.comparison)
        #expect(text.contains("First difference: prefill layers.20\n  Linear, language.py:35:5"))
        #expect(text.contains("… 17 identical before"))
        #expect(text.contains("… 2 after: 1 missing, 1 identical"))
        #expect(text.contains("Different: 1 differ, 1 missing, 28 identical."))
        #expect(!text.contains("\u{1B}"))
        #expect(!text.split(separator: "\n").contains { $0.last == " " })
        #expect(!text.contains("layers.3 "), "identical records are folded")
    }

    @Test(
        "says where bits may differ though both programs are right: on other machines and engines")
    func otherMachine() {
        var (reference, candidate) = (trace(Self.reference), trace(Self.reference))
        reference.header.machine = "x86_64"
        candidate.header.machine = "x86_64"
        reference.header.engine = "0.32.4"
        func text() -> String {
            TerminalReport().render(Comparison(reference: reference, candidate: candidate))
        }
        #expect(!text().contains("bits may differ"))
        candidate.header.machine = "aarch64"
        #expect(
            text().contains(
                "\nmachine    x86_64 and aarch64: bits may differ, tolerances say by how much\n"))
        candidate.header.engine = "0.31.1"
        #expect(text().contains("\nengine    0.32.4 and 0.31.1: bits may differ"))
    }

    @Test("of many passes only those with a difference have a line of their own")
    func manyPasses() {
        let reference = (0..<20).map { record("a", run: "decode.\($0)", [Float($0)]) }
        var candidate = reference
        candidate[7] = record("a", run: "decode.7", [1000])
        let text = TerminalReport().render(compare(reference, candidate))
        #expect(text.contains("decode.7 ") && text.contains("… 19 others"))
        #expect(!text.contains("\ndecode.8 "))
    }

    @Test("colour is there only where it is asked for")
    func colour() {
        #expect(TerminalReport(usesColour: true).render(Self.comparison).contains("\u{1B}[31m"))
    }

    @Test("an identical comparison says so in one sentence")
    func identical() {
        let comparison = compare(Self.reference, Self.reference)
        let text = TerminalReport().render(comparison)
        #expect(text.contains("Identical: all 30 records that both traces have"))
        #expect(!text.contains("First difference"))
    }

    @Test("JSON reads back, non-finite numbers included")
    func json() throws {
        let comparison = compare([record("a", [.nan])], [record("a", [.infinity])])
        let text = try JSONReport(comparison).render()
        let report = try JSONDecoder().decode(JSONReport.self, from: Data(text.utf8))
        #expect(!report.identical)
        #expect(report.counts.differs == 1)
        #expect(report.firstDifference?.path == "a")
        #expect(report.firstDifference?.stage == .bits)
        #expect(text.contains("\"nan\"") && text.contains("\"inf\""))
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(object?["identical"] as? Bool == false)
    }

    @Test("HTML is one page, with what the traces say escaped")
    func html() {
        let page = HTMLReport().render(
            compare([record("<script>&", [1])], [record("<script>&", [2])]))
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("&lt;script&gt;&amp;") && !page.contains("<script"))
        #expect(!page.contains("http"), "nothing is loaded from elsewhere")
        #expect(HTMLReport(limit: 5).render(Self.comparison).contains("25 more records"))
    }
}
