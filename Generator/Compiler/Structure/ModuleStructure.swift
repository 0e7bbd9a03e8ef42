import PythonSyntax

/// The shape of some Python modules: classes with their fields and methods, functions and constants,
/// each in canonical text, so that neither formatting nor comments count.
struct ModuleStructure: Sendable {
    private(set) var classes: [ClassStructure] = []
    /// Functions outside classes.
    private(set) var functions: [FunctionStructure] = []
    /// What stands outside classes and functions.
    private(set) var statements: [CanonicalLine] = []

    init(_ modules: [ParsedModule]) {
        for module in modules {
            let file = module.path.split(separator: "/").last.map(String.init) ?? module.path
            for statement in module.body {
                switch statement.kind {
                case .class(let definition):
                    classes.append(ClassStructure(definition, file: file, span: statement.span))
                case .function(let function):
                    functions.append(FunctionStructure(function, file: file, span: statement.span))
                default: statements += [statement].canonicalLines()
                }
            }
        }
    }
}

struct ClassStructure: Sendable {
    let name: String
    let heading: String
    let file: String
    let line: Int
    /// Fields of a dataclass and other statements of the class's body.
    let fields: [CanonicalLine]
    let methods: [FunctionStructure]

    init(_ definition: ClassDefinition, file: String, span: SourceSpan) {
        name = definition.name
        heading =
            (definition.decorators.map { "@\($0.canonicalText)" } + [definition.heading]).joined(
                separator: " ")
        self.file = file
        line = span.line
        fields = definition.body.filter {
            if case .function = $0.kind { false } else { true }
        }.canonicalLines()
        methods = definition.body.compactMap { statement in
            guard case .function(let function) = statement.kind else { return nil }
            return FunctionStructure(function, file: file, span: statement.span)
        }
    }

    /// All lines, for likeness.
    var lines: [CanonicalLine] { fields + methods.flatMap(\.lines) }
}

struct FunctionStructure: Sendable {
    let name: String
    let file: String
    let line: Int
    /// Decorators, signature and body.
    let lines: [CanonicalLine]

    init(_ function: FunctionDefinition, file: String, span: SourceSpan) {
        name = function.name
        self.file = file
        line = span.line
        lines =
            function.decorators.map { CanonicalLine("@\($0.canonicalText)", line: span.line) }
            + [CanonicalLine(function.signature, line: span.line)]
            + function.body.canonicalLines(depth: 1)
    }
}
