import ConformanceSupport
import Foundation
import Operations

// Translates the conformance cases: `swift run conformance-cases`. It builds when the Swift that is
// committed for them does not.

do {
    let cases = try CaseFile.all().map { try $0.compile() }
    try CaseTranslation(cases).write()
    let table = try OperationTable.builtIn()
    for row in table.conformanceRows.subtracting(CoveredRows(cases, table: table).rows).sorted() {
        print("no case: \(row)")
    }
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
