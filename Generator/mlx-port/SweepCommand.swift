import ArgumentParser
import Compiler
import Foundation
import Sweep

import struct PythonSyntax.PythonPackage

extension SweepTask.Stage: ExpressibleByArgument {}

/// `mlx-port sweep`
struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Takes every family that answers in text from its source to a comparison.",
        discussion: """
            Each family is parsed, generated, compiled, and run on tiny configurations in Python and in \
            Swift. COVERAGE.md and COVERAGE.json say how far each came and what blocks it. What an \
            earlier sweep found is kept in the scratch folder and taken over where nothing changed. The \
            exit code is 1 if a family that was generated is not identical.
            """)

    @Argument(help: "The families; all by default, those of texts and those that see.")
    var families: [String] = []

    @Flag(help: "Only the families that are shown pictures beside texts.")
    var seeing = false

    @Option(help: ArgumentHelp("The last stage: define, translate or compare.", valueName: "stage"))
    var until = SweepTask.Stage.compare

    @Option(help: "Only this package: mlx-vlm or mlx-lm.")
    var package: ModelsPackage?

    @Option(help: "How many families are worked on at a time, 1 or 2.")
    var jobs = 2

    @OptionGroup var sourceOption: SourceOption

    var source: String? { sourceOption.path }

    @Option(
        help: ArgumentHelp(
            "The folder for COVERAGE.md and COVERAGE.json: the checkout, or the scratch folder where "
                + "families are named or --source is given.", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("The folder for everything else.", valueName: "folder"))
    var scratch = Repository.folder.appending(path: ".build/mlx-port/sweep").path

    @Option(
        name: .customLong("definitions"),
        help: ArgumentHelp("The folder of family definitions.", valueName: "folder"))
    var definitionsFolder = Repository.path("Generator/Families")

    @Option(help: .private)
    var worker: String?

    func validate() throws {
        guard (1...2).contains(jobs) else { throw ValidationError("--jobs is 1 or 2.") }
        if package == nil, source != nil || !families.isEmpty {
            throw ValidationError("Families and --source need --package.")
        }
    }

    func run() throws {
        try reportingErrors {
            if let worker {
                return try work(JSONDecoder().decode(SweepSettings.self, from: Data(worker.utf8)))
            }
            var coverages: [Coverage] = []
            for package in package.map({ [$0] }) ?? ModelsPackage.allCases {
                coverages.append(try sweep(package))
            }
            let swept = coverages
            let isWhole = families.isEmpty && source == nil && !seeing && until == .compare
            let folder = URL(filePath: output ?? (isWhole ? Repository.folder.path : scratch))
            if isWhole {
                coverages = Coverage.merge(
                    coverages,
                    over: try? String(
                        contentsOf: folder.appending(path: "COVERAGE.json"), encoding: .utf8))
            }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Coverage.markdown(coverages).write(
                to: folder.appending(path: "COVERAGE.md"), atomically: true, encoding: .utf8)
            try Coverage.json(coverages).write(
                to: folder.appending(path: "COVERAGE.json"), atomically: true, encoding: .utf8)
            for coverage in swept { print(coverage.summary) }
            let isWrong = swept.contains { coverage in
                [.differs, .fails, .doesNotCompile].contains { coverage.count($0) > 0 }
            }
            if isWrong { throw ExitCode(1) }
        }
    }

    private func sweep(_ package: ModelsPackage) throws -> Coverage {
        let python = try PythonPackage.locate(
            package.rawValue, source: source.map { URL(filePath: $0) })
        let names = families.isEmpty ? try allFamilies(of: package, in: python) : families
        for name in names { _ = try python.family(name) }
        let settings = SweepSettings(
            package: package, repository: Repository.folder.path, scratch: scratch,
            definitions: definitionsFolder, source: source, families: names)
        let encoded = String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
        guard let executable = Bundle.main.executableURL else {
            throw DefinitionError(description: "the program does not know where it is")
        }
        return try Sweep(
            settings, jobs: jobs, worker: (executable, ["sweep", "--worker", encoded]),
            isTerminal: isatty(FileHandle.standardError.fileDescriptor) == 1, until: until
        ) { FileHandle.standardError.write(Data($0.utf8)) }.run(names)
    }

    /// The families of texts, those that see, and parts of other families that are defined.
    private func allFamilies(of package: ModelsPackage, in python: PythonPackage) throws -> [String]
    {
        let shown = try python.seeingFamilies()
        if seeing { return shown.sorted() }
        let defined = FamilyDefinitions(folder: URL(filePath: definitionsFolder)).names(in: package)
        let known = Set(try python.families())
        return try known.intersection(python.textFamilies() + shown + defined).sorted()
    }

    /// Carries out the tasks that come on standard input.
    private func work(_ settings: SweepSettings) throws {
        let trials = ReferenceTrials(source: settings.source)
        let worker = try SweepWorker(
            settings, attempt: trials.attempt, record: trials.record)
        while let line = readLine() {
            try worker.perform(JSONDecoder().decode(SweepTask.self, from: Data(line.utf8)))
            try FileHandle.standardOutput.write(contentsOf: Data("done\n".utf8))
        }
    }
}
