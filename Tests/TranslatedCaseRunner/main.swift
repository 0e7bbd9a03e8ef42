import Foundation

// Runs the translated cases as the Python side has run them, and prints what came of each run as a
// line of JSON:
//
//     run-translated-cases FOLDER FIRST

let first = Int(CommandLine.arguments[2]) ?? 0
try runCases(in: URL(filePath: CommandLine.arguments[1]), from: first) { report in
    try FileHandle.standardOutput.write(
        contentsOf: JSONEncoder().encode(report) + Data("\n".utf8))
}
