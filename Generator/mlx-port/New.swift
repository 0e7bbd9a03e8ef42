import ArgumentParser
import Compiler
import Foundation
import Harness

/// `mlx-port new`
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the definition of a family that has none.",
        discussion: """
            The definition has the modules and model types that the source names and a tiny \
            configuration that Python was seen running. What is left to decide is printed and stands in \
            the file as comments.
            """)

    @Argument(help: "The families.")
    var families: [String]

    @Option(help: "The package of the families: mlx-vlm or mlx-lm.")
    var package = ModelsPackage.mlxVLM

    @OptionGroup var sourceOption: SourceOption

    var source: String? { sourceOption.path }

    @Option(
        name: [.customLong("output"), .customLong("definitions")],
        help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var output = Repository.path("Generator/Families")

    @Flag(help: "Replace a definition that is there.")
    var force = false

    func validate() throws {
        if families.isEmpty { throw ValidationError("Name a family.") }
    }

    func run() throws {
        try reportingErrors {
            let trials = ReferenceTrials(source: source)
            let scaffolding = try FamilyScaffolding(attempt: trials.attempt)
            var allRun = true
            for family in families {
                let file = URL(filePath: output).appending(
                    path: "\(package.pathPrefix)\(family).yml")
                guard force || !FileManager.default.fileExists(atPath: file.path) else {
                    throw DefinitionError(
                        description: "\(file.path) is there already; --force replaces it")
                }
                let scaffold = try scaffolding.scaffold(
                    family, package: package, source: source.map { URL(filePath: $0) })
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try scaffold.definitionText().write(to: file, atomically: true, encoding: .utf8)
                print(file.relativePath)
                for line in scaffold.decisions { note("\(family): \(line)") }
                allRun = allRun && scaffold.runs
            }
            if !allRun { throw ExitCode(1) }
        }
    }
}

/// Trials of configurations by the recorder.
struct ReferenceTrials {
    private let process: RecorderProcess

    init(source: String?) {
        process = RecorderProcess(
            PythonReference(repository: Repository.folder.path, source: source))
    }

    /// Fills the working folder of a verification.
    func record(_ definition: String, folder: String) throws -> [RecordedVariant] {
        try process.recordWork(
            definition, selection: VariantSelection(dtypes: ["float32"]), folder: folder)
    }

    /// Runs a configuration for the batches, prompt and steps of a definition.
    func attempt(_ trial: ConfigurationTrial) throws -> TrialOutcome {
        let request = Request(
            package: trial.package.rawValue, family: trial.family, seed: trial.seed,
            vocabulary: trial.vocabulary, batches: [1, 2], promptLength: 13, decodeSteps: 4,
            config: Dictionary(
                trial.configuration.map { ($0.name, $0.value) },
                uniquingKeysWith: { _, last in last }),
            media: trial.media)
        guard let answer = try process.ask(try JSONEncoder().encode(request)) else {
            return .ended
        }
        return try JSONDecoder().decode(TrialOutcome.self, from: answer)
    }

    private struct Request: Encodable {
        let package: String
        let family: String
        let seed: Int
        let vocabulary: Int
        let batches: [Int]
        let promptLength: Int
        let decodeSteps: Int
        let config: [String: ConfigurationValue]
        let media: MediaTrial?

        enum CodingKeys: String, CodingKey {
            case package, family, seed, vocabulary, batches, config, media
            case promptLength = "prompt_length"
            case decodeSteps = "decode_steps"
        }
    }
}
