import ChildProcesses
import Compiler
import Foundation

/// The program that a verification runs.
struct Candidate {
    let tool: String
    /// Whether every module call of the generated code is observed.
    let isFullyProbed: Bool
    /// Whether the generated files on disk are what the source gives.
    var isUnchanged = true
}

/// Builds the llm-tool that `verify` judges.
///
/// Where the files on disk are what would be generated, the same code is built with probes, in a
/// folder of its own; where somebody changed one, what is on disk is built as it is. What another
/// version of the package or another folder of definitions gives is only built there.
struct CandidateBuild {
    let selection: FamilySelection
    private let output = OutputFolder(
        URL(filePath: Repository.path("Sources/Models/Generated")))
    private let probed = ".build/mlx-port/models"

    init(selection: FamilySelection) { self.selection = selection }

    func build(_ definitions: [FamilyDefinition]) throws -> Candidate {
        let compiler = try FamilyCompiler()
        guard selection.isOfCheckout else {
            return try probedBuild(of: selection.outlines(of: definitions, compiler), compiler)
        }
        let all = try definitions + selection.otherDefinitions(than: definitions)
        let families = try reported(all.map { try compiler.outline($0, among: all) })
        let registries = try compiler.registries(
            of: families, packages: selection.packages(of: definitions))
        let files = try compiler.files(of: families) + registries

        let differences = output.differences(from: files)
        let missing = Set(differences.filter(\.isMissing).map(\.path))
        try output.write(
            files.filter { missing.contains(output.url.appending(path: $0.path).path) })
        let changed = differences.filter { !$0.isMissing }
        for difference in changed {
            note("\(difference.path) differs from what the source gives:")
            for line in difference.lines.prefix(10) { note("  \(line)") }
        }
        guard changed.isEmpty else {
            return Candidate(
                tool: try swiftBuild(models: nil), isFullyProbed: false, isUnchanged: false)
        }
        return try probedBuild(of: families, compiler)
    }

    private func probedBuild(of families: [CompiledFamily], _ compiler: FamilyCompiler) throws
        -> Candidate
    {
        let instrumented = try compiler.files(of: families, probes: true)
        // The program links both packages: one that is not verified is there without families.
        try OutputFolder(URL(filePath: Repository.path(probed))).replace(
            with: instrumented + compiler.registries(of: families, packages: ModelsPackage.allCases)
        )
        return Candidate(tool: try swiftBuild(models: probed), isFullyProbed: true)
    }
}

/// Builds the llm-tool in a folder beside the ordinary build, which stays as it is.
///
/// - Parameters:
///   - models: the folder of the generated models, in place of the committed ones.
///   - shared: that of the shared components.
///   - ported: that of the ported infrastructure.
///   - scratch: the folder of the build.
///   - options: further options of `swift build`.
/// - Returns: the path of the program.
/// - Throws: ``BuildError`` with what the compiler says.
func swiftBuild(
    models: String?, shared: String? = nil, ported: String? = nil,
    scratch: String = ".build/verify", options: [String] = []
) throws -> String {
    note("building llm-tool for the comparison")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
        ["swift", "build", "--scratch-path", scratch, "--product", "llm-tool"] + options
    var environment = ProcessInfo.processInfo.environment
    environment["MLX_PORT_MODELS"] = models
    environment["MLX_PORT_SHARED"] = shared
    environment["MLX_PORT_PORTED"] = ported
    process.environment = environment
    process.currentDirectoryURL = Repository.folder
    process.standardInput = FileHandle.nullDevice
    let log = Pipe.unshared()
    process.standardOutput = log
    process.standardError = log
    try process.start()
    let text = String(decoding: log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    guard process.waitForExit() == 0 else { throw BuildError(log: text) }
    return Repository.path("\(scratch)/debug/llm-tool")
}

/// `swift build` refused the generated code.
struct BuildError: Error, CustomStringConvertible {
    /// What the compiler said.
    let log: String

    var description: String { "the generated Swift does not build:\n\(log.prefix(4000))" }
}
