import ArgumentParser
import Compiler
import EmbeddedPython
import Operations
import PythonSyntax

import struct Foundation.URL

/// `mlx-port ops`
struct Ops: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the operation table, or compares it with the installed packages.",
        discussion: """
            Without flags it prints the table: name, Python signature, Swift spellings. The exit code is 1 \
            if names are missing or rows contradict the engine.
            """)

    @Flag(help: "Print the names that the installed models use and the table lacks.")
    var missing = false

    @Flag(help: "Compare each row with the installed engine's stubs and sources.")
    var check = false

    @Option(help: "With --missing: only this package, mlx-vlm or mlx-lm.")
    var package: ModelsPackage?

    @Option(
        help: ArgumentHelp(
            "With --missing: another version of the package, by folder.", valueName: "folder"))
    var source: String?

    func validate() throws {
        if source != nil, package == nil { throw ValidationError("--source needs --package.") }
        if package != nil || source != nil, !missing {
            throw ValidationError("--package and --source go with --missing.")
        }
    }

    func run() throws {
        try reportingErrors {
            let table = try OperationTable.builtIn()
            guard missing || check else {
                for line in table.lines {
                    print("\(line.name)\t\(line.signature)\t\(line.swift.joined(separator: " | "))")
                }
                return
            }
            let engine = try EngineSignatures(
                sitePackages: PythonInterpreter.shared.requiredEnvironment().sitePackages)
            let isComplete = try missing ? showMissing(table, engine) : true
            let isRight = try check ? showMismatches(table, engine) : true
            guard isComplete, isRight else { throw ExitCode(1) }
        }
    }

    private func showMissing(_ table: OperationTable, _ engine: EngineSignatures) throws -> Bool {
        let folder = source.map { URL(filePath: $0) }
        let packages = try (package.map { [$0] } ?? ModelsPackage.allCases).map {
            try PythonPackage.locate($0.rawValue, source: folder)
        }
        let found = try table.missingOperations(in: packages, arrayMembers: engine.arrayMembers)
        for use in found.missing {
            print("\(use.name): \(use.count) times, first in \(use.files[0])")
        }
        for (use, reason) in found.excluded {
            note("left out: \(use.name) (\(use.count) times): \(reason)")
        }
        let names = packages.map { "\($0.distributionName) \($0.version)" }.joined(
            separator: " and ")
        note("\(found.missing.count) names missing, \(found.excluded.count) left out, in \(names)")
        return found.missing.isEmpty
    }

    private func showMismatches(_ table: OperationTable, _ engine: EngineSignatures) throws -> Bool
    {
        let found = try table.check(against: engine)
        for mismatch in found.mismatches { print(mismatch) }
        for known in found.known { note("known: \(known)") }
        note("\(found.mismatches.count) rows contradict the engine")
        return found.mismatches.isEmpty
    }
}
