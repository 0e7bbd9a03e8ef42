import ChildProcesses
import FileTestSupport
import Foundation
import Testing

import enum CompilerTestSupport.Repository

@Suite("A translated case gives what its Python gives")
struct CaseRunTests {
    /// What came of a run.
    private struct RunReport: Decodable {
        let name: String
        let isRefused: Bool
        let problem: String?
    }

    @Test("Every case that is translated, bit for bit")
    func runs() throws {
        let cases = TranslationCase.all.filter {
            if case .swift = $0.expected { $0.reasonNotToRun == nil } else { false }
        }
        #expect(cases.count >= 60)
        let (sources, results) = (try TemporaryFolder(), try TemporaryFolder())
        for example in TranslationCase.all {
            try sources.write("\(example.name).py", example.python)
        }
        for example in cases {
            try sources.write(
                "\(example.modelModule).py",
                "\(example.modelSource)\nModel = \(example.modelName)\n")
        }
        let names = try JSONDecoder().decode(
            [String].self,
            from: Data(
                PythonProcess.run(Self.script.path, sources.url.path, results.url.path).utf8))
        var reports: [RunReport] = []
        while reports.count < names.count {
            let run = try Self.runSwift(in: results.url, from: reports.count)
            reports += run.reports
            guard let failure = run.failure, reports.count < names.count else { break }
            reports.append(
                RunReport(name: names[reports.count], isRefused: false, problem: failure))
        }
        let refused = reports.count { $0.isRefused }
        print(
            "translated cases: \(cases.count) in \(reports.count) runs,",
            "\(refused) of them refused by both sides")
        #expect(reports.count == names.count)
        let differences = reports.compactMap { report in
            report.problem.map { "\(report.name): \($0)" }
        }
        #expect(
            differences.isEmpty,
            "\(differences.count) differ:\n\(differences.joined(separator: "\n"))")
    }

    private static let script = Repository.url.appending(
        path: "Tests/TranslatedCaseRunner/Python/run_cases.py")

    /// Runs the program beside the test bundle, as a trap is not to end the tests.
    ///
    /// - Returns: what came of the runs, and how the program ended if it did before its time.
    private static func runSwift(in folder: URL, from first: Int) throws -> (
        reports: [RunReport], failure: String?
    ) {
        let name = "run-translated-cases"
        let program =
            Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
            .map { $0.deletingLastPathComponent() }?.appending(path: name)
            ?? Repository.url.appending(path: ".build/debug/\(name)")
        let log = folder.appending(path: "log")
        try Data().write(to: log)
        let process = Process()
        process.executableURL = program
        process.arguments = [folder.path, "\(first)"]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["MLX_DISABLE_COMPILE": "1", "SWIFT_BACKTRACE": "enable=no"]) { $1 }
        let output = Pipe.unshared()
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: log)
        try process.start()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        let status = process.waitForExit()
        let reports = try data.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(RunReport.self, from: $0)
        }
        guard status != 0 else { return (reports, nil) }
        return (reports, "Swift ends: \(try String(contentsOf: log, encoding: .utf8))")
    }
}
