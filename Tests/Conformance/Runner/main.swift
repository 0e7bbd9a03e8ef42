import Foundation

// Runs conformance cases or index expressions that the Python side has run, and prints what differs
// as JSON:
//
//     conformance cases FOLDER
//     conformance subscripts FOLDER

let folder = URL(filePath: CommandLine.arguments[2])
let report =
    CommandLine.arguments[1] == "cases" ? try runCases(in: folder) : try runSubscripts(in: folder)
FileHandle.standardOutput.write(try JSONEncoder().encode(report))
