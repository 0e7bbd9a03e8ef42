import Analysis
import Compiler
import Foundation
import Harness
import PythonSyntax
import TraceDiff

/// What a sweep works with.
public struct SweepSettings: Codable, Sendable {
    public var package: ModelsPackage
    /// The checkout.
    public var repository: String
    /// The scratch folder.
    public var scratch: String
    /// The folder of committed definitions.
    public var definitions: String
    /// Another version of the Python package, by folder.
    public var source: String?
    /// What is swept.
    public var families: [String]

    public init(
        package: ModelsPackage, repository: String, scratch: String, definitions: String,
        source: String?, families: [String]
    ) {
        self.package = package
        self.repository = repository
        self.scratch = scratch
        self.definitions = definitions
        self.source = source
        self.families = families
    }

    /// The generated models, below the checkout: the Swift package takes no others.
    static let modelsPath = ".build/mlx-port/sweep-models"
    var models: URL { URL(filePath: repository).appending(path: Self.modelsPath) }
    var folder: SweepFolder {
        SweepFolder(URL(filePath: scratch), package: package, isOther: source != nil)
    }
    var sourceFolder: URL? { source.map { URL(filePath: $0) } }
    var python: PythonReference { PythonReference(repository: repository, source: source) }
}

/// One step of a sweep for one family; carried out in a process of its own, so that a family that
/// brings the compiler down is only its own problem.
public struct SweepTask: Codable, Sendable {
    public enum Stage: String, Codable, Sendable, CaseIterable { case define, translate, compare }

    public let stage: Stage
    public let family: String
    /// The built llm-tool, for comparing.
    public var tool: String?

    public init(_ stage: Stage, _ family: String, tool: String? = nil) {
        self.stage = stage
        self.family = family
        self.tool = tool
    }
}

/// Records a definition's float32 runs into a folder.
public typealias RecordDefinition = (_ definition: String, _ folder: String) throws
    -> [RecordedVariant]

/// Carries out the tasks of a sweep and keeps their results in its folder.
public final class SweepWorker {
    private let settings: SweepSettings
    private let attempt: TryConfiguration
    private let record: RecordDefinition
    private let compiler: FamilyCompiler
    private let rules: FeatureRules
    private var folder: SweepFolder { settings.folder }

    /// - Throws: `TableError` if the compiler's tables cannot be read.
    public init(
        _ settings: SweepSettings, attempt: @escaping TryConfiguration,
        record: @escaping RecordDefinition
    ) throws {
        self.settings = settings
        self.attempt = attempt
        self.record = record
        compiler = try FamilyCompiler()
        rules = try FeatureRules.builtIn()
    }

    /// Carries out a task.
    ///
    /// - Throws: what the file system throws; what goes wrong with the family is its result.
    public func perform(_ task: SweepTask) throws {
        var result = folder.result(of: task.family)
        result.failure = nil
        do {
            switch task.stage {
            case .define: try define(&result)
            case .translate: try translate(&result)
            case .compare: try compare(&result, tool: task.tool ?? "")
            }
        } catch let diagnostic as Diagnostic {
            result.failure = Blocker(diagnostic)
        } catch {
            result.failure = Blocker(
                construct: "\(task.stage.rawValue): the family cannot be read", place: "",
                message: "\(error)")
        }
        try folder.save(result)
    }

    // MARK: Definition and Swift

    private func translate(_ result: inout SweptFamily) throws {
        let definition = try FamilyDefinition(
            contentsOf: folder.definition(of: result.family, .first))
        let companions = try compiler.companions(
            of: definition, among: definitions, source: settings.sourceFolder)
        let sources = try companions.flatMap {
            [$0.family, try sourceDigest(of: $0.source), $0.entry ?? ""]
                + $0.overrides.map { "\($0)" }
        }
        let key = Digest.of(
            [result.sourceDigest, CompilerStamp.current, result.definition?.key ?? ""] + sources)
        if result.translation?.key == key { return }
        let family = try compiler.outline(
            definition, source: settings.sourceFolder, among: companions)
        let blockers = Set(
            family.diagnostics.filter { $0.severity == .error }.map { Blocker($0) }
        ).sorted { ($0.place, $0.construct) < ($1.place, $1.construct) }
        let probed = try compiler.files(
            of: [family], probes: true, isFormatted: false, isAlone: true)
        let plain = try compiler.files(of: [family]).filter {
            $0.path.hasPrefix("\(family.folder)/")
        }
        let home = folder.generated(result.family)
        try? FileManager.default.removeItem(at: home)
        for file in probed { try folder.write(file.contents, to: home.appending(path: file.path)) }
        let modules = try compiler.modules(of: family)
        result.translation = SweptFamily.Translation(
            key: key, blockers: blockers, flags: rules.features(of: modules).map(\.flag),
            swiftLines: plain.reduce(0) { $0 + $1.contents.split(separator: "\n").count },
            inheritedLines: family.analysis.family.modules.reduce(0) { $0 + $1.inheritedLines },
            registrations: family.registrations, files: probed.map(\.path),
            digest: Digest.of(probed.flatMap { [$0.path, $0.contents] }))
        result.compilerErrors = []
    }

    private func sourceDigest(of family: String) throws -> String {
        if settings.families.contains(family) { return folder.result(of: family).sourceDigest }
        return try FamilySource(
            family, package: settings.package.rawValue, source: settings.sourceFolder
        ).digest
    }

    /// The definitions of what is swept, and the committed ones of the rest.
    private lazy var definitions: [FamilyDefinition] = {
        let swept = settings.families.compactMap {
            try? FamilyDefinition(contentsOf: folder.definition(of: $0, .first))
        }
        let committed = FamilyDefinitions(folder: URL(filePath: settings.definitions))
        let rest = committed.names(in: settings.package).filter {
            !settings.families.contains($0)
        }.compactMap { try? committed.definition(of: $0, in: settings.package) }
        return swept + rest
    }()

    /// Finds configurations that Python runs, unless those of an earlier sweep still hold.
    private func define(_ result: inout SweptFamily) throws {
        let source = try FamilySource(
            result.family, package: settings.package.rawValue, source: settings.sourceFolder)
        result.version = source.version
        result.sourceDigest = source.digest
        result.pythonLines = source.lines
        let committed = URL(filePath: settings.definitions).appending(
            path: "\(settings.package.pathPrefix)\(result.family).yml")
        let text = try? String(contentsOf: committed, encoding: .utf8)
        let key = Digest.of(
            [result.sourceDigest, try FamilyScaffolding.stamp(), text ?? ""])
        if result.definition?.key == key { return }
        let written = try text.map { _ in try FamilyDefinition(contentsOf: committed) }
        if let text, written?.entry != nil {
            // A part of the package's model: its configuration is for a person to write.
            let file = folder.definition(of: result.family, .first)
            try folder.write(text, to: file)
            result.definition = SweptFamily.Definition(
                key: key, files: [ConfigurationKind.first.rawValue: file.path], refusals: [:],
                trials: 0, isCommitted: true)
            return
        }
        let isRun = text != nil && runs(committed, family: result.family)
        let scaffold = try FamilyScaffolding(attempt: attempt).scaffold(
            result.family, package: settings.package, source: settings.sourceFolder,
            kinds: ConfigurationKind.allCases)
        var definition = SweptFamily.Definition(
            key: key, files: [:], refusals: [:], trials: 0, isCommitted: isRun,
            sees: scaffold.takesMedia)
        for kind in ConfigurationKind.allCases {
            guard let found = scaffold.configurations[kind] else { continue }
            let file = folder.definition(of: result.family, kind)
            let isCommitted = kind == .first && isRun
            try folder.write(
                isCommitted
                    ? text! : scaffold.definitionText(kind, overrides: written?.overrides ?? []),
                to: file)
            definition.trials += found.trials
            if isCommitted || found.outcome.runs {
                definition.files[kind.rawValue] = file.path
            } else {
                definition.refusals[kind.rawValue] = found.outcome.explanation
            }
        }
        result.definition = definition
    }

    /// Whether the Python takes the configuration of a committed definition; another version may not.
    private func runs(_ definition: URL, family: String) -> Bool {
        guard settings.source != nil else { return true }
        let place = folder.run(family, .first)
        defer { try? FileManager.default.removeItem(at: place) }
        return (try? record(definition.path, place.path)) != nil
    }

    // MARK: Both sides

    private func compare(_ result: inout SweptFamily, tool: String) throws {
        guard let definition = result.definition, let translation = result.translation else {
            return
        }
        var comparisons: [SweptFamily.Comparison] = []
        for kind in ConfigurationKind.allCases {
            guard let file = definition.files[kind.rawValue] else { continue }
            let key = Digest.of([
                translation.digest, try String(contentsOfFile: file, encoding: .utf8),
                result.sourceDigest, RuntimeStamp.of(settings.repository),
            ])
            if let known = result.comparisons.first(where: { $0.kind == kind && $0.key == key }) {
                comparisons.append(known)
                continue
            }
            comparisons.append(compare(file, kind, key: key, family: result.family, tool: tool))
        }
        result.comparisons = comparisons
    }

    private func compare(
        _ file: String, _ kind: ConfigurationKind, key: String, family: String, tool: String
    ) -> SweptFamily.Comparison {
        var comparison = SweptFamily.Comparison(
            kind: kind, key: key, isIdentical: false, compared: 0, problem: nil)
        let place = folder.run(family, kind)
        do {
            let found = try verifyRecorded(
                record(file, place.path),
                with: VerificationRequest(
                    family: file, python: settings.python, tool: tool, isFullyProbed: true,
                    package: settings.package.rawValue, folder: place.path))
            comparison.isIdentical = found.isIdentical
            comparison.compared = found.counts.compared
            comparison.problem = found.firstFailure?.summary
            if found.isIdentical { try? FileManager.default.removeItem(at: place) }
        } catch {
            comparison.problem = "\(error)"
        }
        return comparison
    }
}

extension Blocker {
    fileprivate init(_ diagnostic: Diagnostic) {
        let parts = diagnostic.path.components(separatedBy: "/models/")
        // What families take from beside the models has its folder in front.
        let file =
            parts.count > 1
            ? parts[parts.count - 1]
            : diagnostic.path.split(separator: "/").suffix(2).joined(separator: "/")
        self.init(
            construct: diagnostic.summary,
            place: "\(file):\(diagnostic.span.line):\(diagnostic.span.column)",
            message: diagnostic.message, hint: diagnostic.hint)
    }
}

extension VariantVerification {
    /// The first difference in one line.
    fileprivate var summary: String {
        guard let first = firstDifference else {
            return logits.first { !$0.isIdentical }.map { "\($0.name): \($0.problem ?? "")" }
                ?? "nothing was compared"
        }
        let caller = callerOfFirstDifference.map { " within \($0.name) (\($0.source))" } ?? ""
        return "\(files.title), \(first.run): \(first.path) \(first.verdict)"
            + caller
    }
}

extension TypedModule {
    /// Lines of methods that its classes inherit.
    fileprivate var inheritedLines: Int {
        let inherited = classes.flatMap(\.methods).filter { $0.definedIn != nil }
        return inherited.reduce(0) { $0 + $1.span.endLine - $1.span.line + 1 }
    }
}
