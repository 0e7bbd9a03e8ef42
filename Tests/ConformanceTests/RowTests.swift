import CompilerTestSupport
import ConformanceSupport
import Foundation
import Operations
import Testing

@Suite("Every row of the operation table has a conformance case")
struct RowTests {
    @Test("A row without a case, or a place where it is tested, is an error")
    func coverage() throws {
        let table = try OperationTable.builtIn()
        let covered = CoveredRows(try CaseFile.all().map { try $0.compile() }, table: table).rows
        let elsewhere = try CaseFile.rowsTestedElsewhere()
        let open = table.conformanceRows.subtracting(covered).subtracting(elsewhere.keys)
        #expect(
            open.isEmpty,
            """
            These rows have no case:
            \(open.sorted().map { "  \($0)" }.joined(separator: "\n"))
            Add a function of one line that uses the row to a file in Tests/Conformance/Cases, for \
            example `def exp(a): return mx.exp(a)`, and run `swift run conformance-cases`. The \
            parameters' names choose the inputs: Tests/Conformance/Python/inputs.py. A row that no \
            such function can show stands in Tests/Conformance/elsewhere.yml, with its test.
            """)
        let superfluous = covered.intersection(elsewhere.keys)
        #expect(superfluous.isEmpty, "have a case and stand in elsewhere.yml: \(superfluous)")
    }

    @Test("The tests that stand in for cases are there")
    func elsewhereExists() throws {
        let rows = try OperationTable.builtIn().conformanceRows
        for (row, test) in try CaseFile.rowsTestedElsewhere() {
            #expect(rows.contains(row), "\(row) is no row any more: take it from elsewhere.yml")
            let parts = test.split(separator: " ", maxSplits: 1).map(String.init)
            let file = Repository.url.appending(path: parts[0])
            let text = try? String(contentsOf: file, encoding: .utf8)
            #expect(text != nil, "\(row): there is no \(parts[0])")
            if parts.count > 1 {
                #expect(text?.contains(parts[1]) == true, "\(row): \(test) is not there")
            }
        }
    }

}
