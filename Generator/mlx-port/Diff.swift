import ArgumentParser
import Compiler
import Foundation
import Harness

import struct PythonSyntax.PythonPackage

/// `mlx-port diff`
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows how the Python of two families differs, class by class.",
        discussion: """
            Formatting, comments and names of classes that belong together do not count. The exit code \
            is 1 if the families differ.
            """)

    @ArgumentParser.Argument(help: "The family to start from.")
    var from: String

    @ArgumentParser.Argument(help: "The family that it is compared with.")
    var to: String

    @Option(help: "The package of the families: mlx-vlm or mlx-lm.")
    var package = ModelsPackage.mlxVLM

    @Option(help: "The package of the second family, if it is the other one.")
    var toPackage: ModelsPackage?

    @OptionGroup var sourceOption: SourceOption

    var source: String? { sourceOption.path }

    @Flag(help: "Machine-readable result on standard output.")
    var json = false

    func run() throws {
        try reportingErrors {
            let folder = source.map { URL(filePath: $0) }
            let comparison = try compareFamilies(
                from, of: PythonPackage.locate(package.rawValue, source: folder),
                with: to,
                of: PythonPackage.locate((toPackage ?? package).rawValue, source: folder))
            print(json ? try encoded(comparison) : comparison.text)
            if !comparison.difference.isEmpty { throw ExitCode(1) }
        }
    }
}

/// `mlx-port drift`
struct Drift: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows what changed between two versions of a Python package, family by family.",
        discussion: """
            Formatting, comments and documentation strings do not count. Swift files that were ported by \
            hand from a module that changed are named. The exit code is 1 if anything changed.
            """)

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("The folder of the older version.", valueName: "folder"))
    var older: String

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp(
            "The folder of the newer version; the installed one by default.", valueName: "folder"))
    var newer: String?

    @Option(help: "The package: mlx-vlm or mlx-lm. By default the one that the folder holds.")
    var package: ModelsPackage?

    @Flag(help: "Only what changed, without the lines.")
    var brief = false

    @Flag(help: "Machine-readable result on standard output.")
    var json = false

    @Flag(
        help:
            "Record the committed families that changed anew, from the newer version; no other one."
    )
    var record = false

    @Option(
        help: ArgumentHelp(
            "With --record: the folder to write to, in place of Reference/.", valueName: "folder"))
    var output: String?

    func run() throws {
        try reportingErrors {
            let older = try locateOlder()
            let drift = try PackageDrift(
                from: older,
                to: PythonPackage.locate(older.name, source: newer.map { URL(filePath: $0) }),
                ported: PortedSource.all(
                    below: URL(filePath: Repository.path("Sources/Ported"))))
            print(json ? try encoded(drift) : drift.text(isBrief: brief))
            if record { try recordTouched(drift) }
            if !drift.isEmpty { throw ExitCode(1) }
        }
    }

    /// Records the families that are defined here and changed.
    private func recordTouched(_ drift: PackageDrift) throws {
        guard let package = ModelsPackage(rawValue: drift.package) else { return }
        let definitions = FamilyDefinitions(
            folder: URL(filePath: Repository.path("Generator/Families")))
        let python = PythonReference(repository: Repository.folder.path, source: newer)
        let names = Set(definitions.names(in: package)).intersection(drift.touched).sorted()
        note("\(names.count) of \(definitions.names(in: package).count) families are recorded anew")
        for name in names {
            let path = try definitions.definition(of: name, in: package).path
            let paths = try recordFamily(
                definitions.folder.appending(path: path).path, using: python, output: output,
                progress: note)
            for path in paths { note(path) }
        }
    }

    /// The package in the older folder; of both packages the one whose name the folder has.
    private func locateOlder() throws -> PythonPackage {
        let folder = URL(filePath: older)
        let names = (package.map { [$0] } ?? ModelsPackage.allCases).map(\.rawValue)
        let inside = names.first { name in
            FileManager.default.fileExists(
                atPath: folder.appending(path: name.replacing("-", with: "_")).path)
                || folder.lastPathComponent == name.replacing("-", with: "_")
        }
        return try PythonPackage.locate(inside ?? names[0], source: folder)
    }
}

/// A value as JSON for a program to read.
private func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
