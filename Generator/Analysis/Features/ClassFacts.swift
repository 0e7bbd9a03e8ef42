import PythonSyntax

/// What the text of a class, or of a module outside its classes, holds: for rules to match.
struct ClassFacts {
    /// What a class is for, by what it makes and calls.
    enum Kind: String, Decodable, Sendable { case attention, mlp, moe, mixer, layer, family }

    enum Fact: Hashable, Sendable {
        /// `mx.softmax`
        case call
        /// `q_norm=nn.RMSNorm`, of `__init__`
        case made
        case name
        /// A parameter of `__call__`.
        case parameter
        /// `bias=True`, of a call in `__init__`
        case keyword
        /// `mask` of `mask[..., :n]`
        case slice
        /// `1 + self.weight`
        case sum
    }

    let name: String
    let fileName: String
    private(set) var entries: [Fact: [String: Int]] = [:]
    private(set) var kinds: Set<Kind> = []

    /// The facts of each class of a module, and of what is outside its classes.
    static func all(of module: ParsedModule) -> [ClassFacts] {
        let file = module.path.split(separator: "/").last.map(String.init) ?? module.path
        var outside: [Statement] = []
        var classes: [ClassFacts] = []
        for statement in module.body {
            if case .class(let definition) = statement.kind {
                classes.append(
                    ClassFacts(name: definition.name, fileName: file, body: definition.body))
            } else {
                outside.append(statement)
            }
        }
        let made = Set(classes.filter { !$0.kinds.isEmpty }.map(\.name))
        for index in classes.indices { classes[index].markLayer(over: made) }
        return classes + [ClassFacts(name: file, fileName: file, body: outside)]
    }

    private init(name: String, fileName: String, body: [Statement]) {
        self.name = name
        self.fileName = fileName
        for statement in body { collect(statement, isInitializing: false) }
        let calls = Set(entries[.call, default: [:]].keys)
        let isAttention =
            calls.contains { $0.hasSuffix("scaled_dot_product_attention") }
            || (calls.contains("mx.softmax") && name.contains("Attention"))
        if isAttention {
            kinds.insert(.attention)
        } else if calls.contains(where: { $0.hasPrefix("Switch") }) {
            kinds.insert(.moe)
        } else if calls.contains("nn.Conv1d") || calls.contains(where: { $0.contains("ssm_") }) {
            kinds.insert(.mixer)
        } else if calls.filter({ $0.hasSuffix("Linear") }).count > 0,
            entries[.made, default: [:]].keys.filter({ $0.hasSuffix("Linear") }).count >= 2
        {
            kinds.insert(.mlp)
        }
    }

    /// A layer is made of classes that have a purpose.
    private mutating func markLayer(over classes: Set<String>) {
        let made = entries[.made, default: [:]].keys.compactMap { $0.split(separator: "=").last }
        if kinds.isEmpty, made.contains(where: { classes.contains(String($0)) }) {
            kinds.insert(.layer)
        }
    }

    // MARK: Reading

    private mutating func add(_ fact: Fact, _ text: String, _ span: SourceSpan) {
        entries[fact, default: [:]][text, default: .max] = min(
            span.line, entries[fact]?[text] ?? .max)
    }

    private mutating func collect(_ statement: Statement, isInitializing: Bool) {
        var isInitializing = isInitializing
        switch statement.kind {
        case .function(let function):
            isInitializing = function.name == "__init__"
            if function.name == "__call__" {
                for parameter in function.parameters.all {
                    add(.parameter, parameter.name, parameter.span)
                }
            }
        case .assign(let targets, let value) where isInitializing:
            for case .attribute(_, let attribute) in targets.map(\.kind) {
                for made in value.calledNames { add(.made, "\(attribute)=\(made)", statement.span) }
            }
        case .importFrom(_, let names, _):
            for name in names { add(.name, name.name, statement.span) }
        case .annotatedAssign(let target, _, _):
            if case .name(let name) = target.kind { add(.name, name, statement.span) }
        default: break
        }
        for expression in statement.expressions {
            collect(expression, isInitializing: isInitializing)
        }
        for inner in statement.statements { collect(inner, isInitializing: isInitializing) }
    }

    private mutating func collect(_ expression: Expression, isInitializing: Bool) {
        switch expression.kind {
        case .name(let name), .attribute(_, let name), .constant(.string(let name)):
            add(.name, name, expression.span)
        case .call(let function, let arguments):
            add(.call, function.pythonText, expression.span)
            for argument in arguments {
                if case .keyword(let label) = argument.label {
                    if isInitializing {
                        add(.keyword, "\(label)=\(argument.value.pythonText)", expression.span)
                    }
                    add(.name, label, expression.span)
                }
            }
        case .subscript(let base, let index):
            if index.isSlice, case .name(let name) = base.kind {
                add(.slice, name, expression.span)
            }
        case .binary(_, .add, _):
            add(.sum, expression.pythonText, expression.span)
        default: break
        }
        for child in expression.children { collect(child, isInitializing: isInitializing) }
    }
}

extension Expression {
    /// The names of the functions and classes that are called, the outermost first.
    fileprivate var calledNames: [String] {
        var names: [String] = []
        if case .call(let function, _) = kind { names.append(function.pythonText) }
        return names + children.flatMap(\.calledNames)
    }

    fileprivate var isSlice: Bool {
        switch kind {
        case .slice: true
        case .tuple(let elements): elements.contains(where: \.isSlice)
        default: false
        }
    }
}
