import Foundation
import Testing

@testable import TraceDiff

@Suite("A page")
struct PageTests {
    /// A line of `a.py` with its values.
    func line(_ number: Int, _ name: String, _ values: [Float]) -> TraceRecord {
        var line = record("m", kind: .line, name: name, values)
        line.source = "a.py:\(number):5"
        return line
    }

    var comparison: Comparison {
        compare(
            [
                line(2, "x", [1, 2]), line(3, "y", [3, 4]), record("m", [5, 6]),
                record("n", [7, 8]),
            ],
            [
                line(2, "x", [1, 2]), line(3, "y", [3, 5]), record("m", [5, 7]),
                record("n", [7, 8]),
            ])
    }

    var sources: [SourcePair] {
        [
            SourcePair(
                reference: SourcePair.File(
                    name: "a.py", text: "def f():\n    x = 1 < 2\n    y = x\n"),
                candidate: SourcePair.File(
                    name: "A.swift",
                    text: "// Head.\nfunc f() {\n    let x = 1 < 2\n    let y = x\n}\n"),
                lines: [(2, 3), (3, 4)])
        ]
    }

    @Test("shows both sources side by side, green where a line agrees and red where it does not")
    func code() {
        var details = ReportDetails()
        details.sources = sources
        let page = HTMLReport().render(comparison, details: details)
        #expect(page.contains("<td class=\"same\">    x = 1 &lt; 2</td>"))
        #expect(page.contains("<td class=\"same\">    let x = 1 &lt; 2</td>"))
        #expect(page.contains("<td class=\"other first\">    y = x</td>"))
        #expect(page.contains("<td class=\"other first\">    let y = x</td>"))
        // In one row, though the Swift has a line more before it.
        let row = page.components(separatedBy: "<tr>").first { $0.contains("let y = x") }
        #expect(row?.contains("    y = x</td>") == true)
        #expect(page.contains("2 lines compared, 1 differ"))
    }

    @Test("lists causes, and shows values as pictures that need nothing from elsewhere")
    func values() {
        var details = ReportDetails()
        details.causes = [.scaled(by: 0.125)]
        details.referenceValues = { _ in [1, 2] }
        details.candidateValues = { _ in [1, .nan] }
        let page = HTMLReport().render(comparison, details: details)
        #expect(page.contains("1/√64"))
        #expect(page.components(separatedBy: "data:image/bmp;base64,").count == 4)
        #expect(!page.contains("http") && !page.contains("<script"))
    }

    @Test("plots the drift of calls, and none where everything is identical")
    func plot() {
        let page = HTMLReport().render(comparison)
        #expect(page.contains("<polyline") && page.contains("prefill m Linear:"))
        let same = compare([record("a")], [record("a")])
        #expect(!HTMLReport().render(same).contains("<polyline"))
    }

    @Test("has heat maps with a bitmap's head, palette and rows")
    func bitmap() {
        let data = HeatMap([0, 1, -1, .infinity, 0.5, 2], width: 3, scale: .values(2)).bitmap
        #expect(data.count == 54 + 1024 + 2 * 4)
        #expect(data.prefix(2) == Data("BM".utf8))
        #expect(Int(data[18]) == 3 && Int(data[22]) == 2)
        // The last row comes first: infinite, a half, the largest.
        #expect(Array(data.suffix(8)) == [255, 158, 254, 0, 127, 190, 63, 0])
        let large = HeatMap(
            [Double](repeating: 1, count: 1_000_000), width: 1000, scale: .distances(1))
        #expect(large.bitmap.count == 54 + 1024 + 160 * 96)
        #expect(HeatMap([], width: 0, scale: .values(0)).bitmap.count == 54 + 1024 + 4)
    }

    @Test("in JSON has every line with both places, verdict and counts")
    func json() throws {
        let report = JSONReport(comparison, causes: [.maskInverted]) { record in
            record.source == "a.py:2:5" ? "A.swift:3:5" : nil
        }
        #expect(
            report.lines == [
                JSONReport.Line(
                    reference: "a.py:2:5", candidate: "A.swift:3:5", name: "x", verdict: .identical,
                    values: 1, different: 0),
                JSONReport.Line(
                    reference: "a.py:3:5", candidate: nil, name: "y", verdict: .differs, values: 1,
                    different: 1),
            ])
        #expect(report.causes.count == 1)
        #expect(try report.render().contains("\"smallestRelativeTolerances\""))
    }
}
