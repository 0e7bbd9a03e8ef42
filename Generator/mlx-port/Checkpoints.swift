import ArgumentParser
import Compiler
import Foundation
import Harness

/// `mlx-port checkpoints`
struct Checkpoints: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compares what both sides generate from checkpoints that the packages write.",
        discussion: """
            The packages' own converters and trainers write tiny checkpoints of a family: plain, \
            quantised in all modes, mixed, sharded, with an adapter. The Python generates 64 tokens \
            from each, greedily and drawn with a seed, and so does llm-tool.
            """)

    @OptionGroup var selection: FamilySelection

    @Option(
        help: ArgumentHelp("A kind of checkpoint, repeatable; all by default.", valueName: "kind"))
    var kind: [String] = []

    @Option(help: ArgumentHelp("The llm-tool that is judged.", valueName: "path"))
    var tool: String?

    @Option(help: "How many families at once.")
    var jobs = 2

    @Flag(help: "Write the results to Reference/checkpoints.json.")
    var record = false

    @Flag(help: "Fail if a result is not that of Reference/checkpoints.json.")
    var check = false

    func run() throws {
        try reportingErrors {
            let definitions = try selection.definitions()
            let names = Dictionary(
                uniqueKeysWithValues: definitions.map {
                    (selection.path(of: $0), "\($0.package.rawValue)/\($0.family)")
                })
            let table = try CheckpointTable()
            let outcome = Outcome(table)
            verifyCheckpoints(
                of: definitions.map { (selection.path(of: $0), $0.package.rawValue) }, kinds: kind,
                using: PythonReference(
                    repository: Repository.folder.path, source: selection.source),
                tool: try tool ?? swiftBuild(models: nil), jobs: jobs,
                folder: Repository.path(".build/mlx-port/checkpoints")
            ) { outcome.add($0, named: names[$0.definition] ?? $0.definition) }
            if record { try outcome.table.write() }
            print(outcome.summary)
            guard outcome.passes else { throw ExitCode(1) }
            if check, !outcome.changed.isEmpty {
                note(
                    "Reference/checkpoints.json has other results for "
                        + "\(outcome.changed.joined(separator: ", ")); --record writes these")
                throw ExitCode(1)
            }
        }
    }
}

/// Gathers the results of a run, a family at a time.
private final class Outcome: @unchecked Sendable {
    private(set) var table: CheckpointTable
    private(set) var changed: [String] = []
    private(set) var passes = true
    private var counts = (identical: 0, refused: 0, differing: 0)

    init(_ table: CheckpointTable) { self.table = table }

    /// Prints and keeps what came of a family.
    func add(_ result: FamilyCheckpoints, named name: String) {
        defer { fflush(nil) }
        passes = passes && result.passes
        if let failure = result.failure { print("\(name): \(failure)") }
        for (kind, verdict) in result.verdicts {
            switch verdict {
            case .identical: counts.identical += 1
            case .refused: counts.refused += 1
            case .differs: counts.differing += 1
            }
            if verdict != .identical { print("\(name) \(kind): \(verdict.text)") }
            if table[name, kind] != verdict.text { changed.append("\(name) \(kind)") }
            table[name, kind] = verdict.text
        }
        let same = result.verdicts.count { $0.verdict == .identical }
        print("\(name): \(same) of \(result.verdicts.count) checkpoints identical")
    }

    var summary: String {
        "\(counts.identical) checkpoints identical, \(counts.refused) refused by the Python, "
            + "\(counts.differing) differ"
    }
}

/// `Reference/checkpoints.json`: what came of each family's checkpoints.
struct CheckpointTable {
    private var families: [String: [String: String]] = [:]
    private let file: URL

    /// The committed table; an empty one if there is none.
    ///
    /// - Throws: `HarnessError` if the file is no such table.
    init(_ file: URL = URL(filePath: Repository.path("Reference/checkpoints.json"))) throws {
        self.file = file
        guard let data = try? Data(contentsOf: file) else { return }
        do {
            families = try JSONDecoder().decode([String: [String: String]].self, from: data)
        } catch {
            throw HarnessError.badResult(
                program: file.path, message: "is no table of checkpoints: \(error)")
        }
    }

    /// The result of a family and a kind.
    subscript(family: String, kind: String) -> String? {
        get { families[family]?[kind] }
        set { families[family, default: [:]][kind] = newValue }
    }

    /// Writes the table, whole or not at all.
    func write() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(families) + Data("\n".utf8)).write(to: file, options: .atomic)
    }
}
