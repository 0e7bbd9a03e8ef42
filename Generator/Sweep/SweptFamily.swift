import Compiler
import Rendering

/// What a sweep knows of one family; the sum of its stages' results.
public struct SweptFamily: Codable, Sendable {
    public let family: String
    public let package: ModelsPackage
    /// The package's version.
    public var version = ""
    /// Digest of the Python files that the family reaches.
    public var sourceDigest = ""
    /// Lines of the family's own Python modules.
    public var pythonLines = 0
    public var definition: Definition?
    public var translation: Translation?
    /// What the Swift compiler refused.
    public var compilerErrors: [Blocker] = []
    public var comparisons: [Comparison] = []
    /// Why a stage could not be carried out at all.
    public var failure: Blocker?

    public init(family: String, package: ModelsPackage) {
        self.family = family
        self.package = package
    }

    /// The configurations that Python runs.
    public struct Definition: Codable, Sendable {
        /// What the definition was made from: digest of sources and table.
        public let key: String
        /// The files, by kind.
        public var files: [String: String]
        /// What Python said to configurations that do not run.
        public var refusals: [String: String]
        public var trials: Int
        /// Where the definition of the repository is used for the first configuration.
        public var isCommitted: Bool
        /// Whether the model is shown pictures beside texts.
        public var sees = false
    }

    /// The generated Swift.
    public struct Translation: Codable, Sendable {
        /// What it was made from: digest of sources and compiler.
        public let key: String
        public var blockers: [Blocker]
        public var flags: [String]
        public var swiftLines: Int
        /// Lines of Python methods that classes inherit: the Swift has them in each class.
        public var inheritedLines: Int
        public var registrations: [RegistryEntry]
        /// Paths below the folder of models.
        public var files: [String]
        /// Digest of the files' contents.
        public var digest: String

        public var isFull: Bool { blockers.isEmpty }
    }

    /// Both sides on one configuration.
    public struct Comparison: Codable, Sendable {
        public let kind: ConfigurationKind
        /// What was compared: digest of Swift, definition and runtime.
        public let key: String
        public var isIdentical: Bool
        /// How many module calls were compared.
        public var compared: Int
        /// The first difference, or why one side did not run.
        public var problem: String?
    }
}

/// Something that keeps a family from being ported.
public struct Blocker: Codable, Hashable, Sendable {
    /// The same for all families that it blocks: "call of 'mx.foo'".
    public let construct: String
    /// `language.py:20:9`; empty where there is none.
    public let place: String
    public let message: String
    public let hint: String?

    public init(construct: String, place: String, message: String, hint: String? = nil) {
        self.construct = construct
        self.place = place
        self.message = message
        self.hint = hint
    }
}

/// How far a family came.
public enum SweepStatus: String, Codable, Sendable, CaseIterable {
    case identical
    case differs
    /// The Swift was built, but one side did not run.
    case fails
    /// Python runs none of the configurations that were tried, so nothing was compared.
    case notCompared = "not compared"
    case doesNotCompile = "does not compile"
    case rejected
}

extension SweptFamily {
    public var status: SweepStatus {
        if failure != nil { return .rejected }
        guard let translation, translation.isFull else { return .rejected }
        guard compilerErrors.isEmpty else { return .doesNotCompile }
        guard !comparisons.isEmpty else { return .notCompared }
        if comparisons.contains(where: { !$0.isIdentical && $0.compared > 0 }) { return .differs }
        return comparisons.allSatisfy(\.isIdentical) ? .identical : .fails
    }

    /// What keeps the family from being identical; empty if nothing does.
    public var blockers: [Blocker] {
        if let failure { return [failure] }
        if let translation, !translation.isFull { return translation.blockers }
        if !compilerErrors.isEmpty { return compilerErrors }
        if comparisons.isEmpty, let definition {
            return definition.refusals.sorted { $0.key < $1.key }.prefix(1).map {
                Blocker(construct: "the Python runs no configuration", place: "", message: $0.value)
            }
        }
        return comparisons.filter { !$0.isIdentical }.map {
            Blocker(
                construct: $0.compared > 0 ? "the numbers differ" : "the Swift does not run",
                place: "\($0.kind.rawValue) configuration", message: $0.problem ?? "")
        }
    }
}
