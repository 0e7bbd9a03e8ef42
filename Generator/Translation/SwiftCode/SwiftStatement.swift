/// A Swift statement as a value; expressions are text already.
public indirect enum SwiftStatement: Hashable, Sendable {
    case line(String)
    /// `if conditions { then } else { otherwise }`
    case `if`(conditions: String, then: [SwiftStatement], otherwise: [SwiftStatement])
    /// `guard conditions else { otherwise }`
    case `guard`(conditions: String, otherwise: [SwiftStatement])
    case `for`(pattern: String, sequence: String, filter: String?, body: [SwiftStatement])
    /// `opening { parameters in body }`, a call with a trailing closure.
    case closure(opening: String, parameters: String? = nil, body: [SwiftStatement])
    case `while`(condition: String, body: [SwiftStatement])
    /// `do { body } catch pattern { … }`
    case `do`(body: [SwiftStatement], handlers: [SwiftHandler])
    /// `prefix = if conditions { then } else { otherwise }` with one expression in each branch.
    case conditionalAssignment(prefix: String, conditions: String, then: String, otherwise: String)
}

/// A `catch` and what follows it.
public struct SwiftHandler: Hashable, Sendable {
    /// What it takes; nil for all errors.
    public let pattern: String?
    public let body: [SwiftStatement]

    public init(pattern: String?, body: [SwiftStatement]) {
        self.pattern = pattern
        self.body = body
    }
}

/// A declaration of a Swift file.
public indirect enum SwiftDeclaration: Hashable, Sendable {
    /// A type or extension with members: `header` is all that stands before the brace.
    case type(documentation: [String], header: String, members: [SwiftDeclaration])
    case function(documentation: [String], signature: String, body: [SwiftStatement])
    /// A declaration in one line: a stored property, a `case`, a `typealias`.
    case line(documentation: [String], String)
    case blank
}

/// A Swift file, before it is text.
public struct SwiftFile: Hashable, Sendable {
    /// The file's name, `LlamaLanguage.swift`.
    public let name: String
    public let imports: [String]
    public let declarations: [SwiftDeclaration]
    /// The Python file that it comes from.
    public let origin: Origin

    /// Where a generated file comes from, for its header.
    public struct Origin: Hashable, Sendable {
        /// The path below the package's root, `mlx_vlm/models/llama/language.py`.
        public let path: String
        public let sha256: String

        public init(path: String, sha256: String) {
            self.path = path
            self.sha256 = sha256
        }
    }

    public init(name: String, imports: [String], declarations: [SwiftDeclaration], origin: Origin) {
        self.name = name
        self.imports = imports
        self.declarations = declarations
        self.origin = origin
    }
}
