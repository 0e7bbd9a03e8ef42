import ConformanceSupport
import Foundation
import Operations

// Translates the conformance cases: `swift run conformance-cases`. It builds when the Swift that is
// committed for them does not.

do {
    let cases = try CaseFile.all().map { try $0.compile() }
    try CaseTranslation(cases).write()
    let table = try OperationTable.builtIn()
    let open = table.conformanceRows.subtracting(CoveredRows(cases, table: table).rows)
    for row in try open.subtracting(CaseFile.rowsTestedElsewhere().keys).sorted() {
        print("no case: \(row)")
    }
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
