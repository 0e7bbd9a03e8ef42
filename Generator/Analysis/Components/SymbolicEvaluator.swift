import Operations
import PythonSyntax

/// Runs a typed class on symbols instead of numbers.
struct SymbolicEvaluator {
    let classes: (String) -> [TypedFunction]?
    /// A function of the sources by its dotted name.
    let functions: (String) -> TypedFunction?
    let isModule: (PythonType) -> Bool
    /// The parameter of `__init__` that says which layer it is, if the component is told.
    let layerParameter: String?
    /// Outcomes of tests that no constant decides.
    let assumptions: [Term: Bool]

    var locals: [String: Term] = [:]
    var behavior = SymbolicBehavior()
    /// What the method that runs has changed so far.
    var effects: [Term] = []
    /// How often the method that runs has changed a module's parameters, by attribute.
    var changes: [String: Int] = [:]
    private var isInitializing = false
    var returned: Term?
    /// What the lines of methods assign and return, in the order in which they run.
    private(set) var assigned: [AssignedTerm] = []
    /// The method whose lines run.
    var current: TypedFunction?
    /// How many calls are open: a function may call itself.
    var depth = 0

    init(
        classes: @escaping (String) -> [TypedFunction]?,
        functions: @escaping (String) -> TypedFunction?, isModule: @escaping (PythonType) -> Bool,
        layerParameter: String?, assumptions: [Term: Bool]
    ) {
        self.classes = classes
        self.functions = functions
        self.isModule = isModule
        self.layerParameter = layerParameter
        self.assumptions = assumptions
    }

    /// - Parameter defaults: values of `__init__`'s parameters beyond those that a caller passes.
    /// - Throws: `SymbolicStop`.
    mutating func run(
        initializer: TypedFunction, methods: [TypedFunction], parameterCount: Int
    ) throws -> SymbolicBehavior {
        isInitializing = true
        for (position, parameter) in initializer.parameters.enumerated() {
            if position >= parameterCount, let value = parameter.defaultValue {
                locals[parameter.name] = try term(value)
            } else {
                let expression: TypedExpressionKind? =
                    position == 0
                    ? .selfObject
                    : parameter.name == layerParameter ? .local(parameter.name) : nil
                locals[parameter.name] = Term(
                    "parameter.\(position)", span: initializer.span,
                    expression: expression.map {
                        TypedExpression($0, parameter.type, span: initializer.span)
                    })
            }
        }
        try run(initializer.body)
        isInitializing = false
        for method in methods {
            (locals, returned, effects, changes, current) = ([:], nil, [], [:], method)
            for (position, parameter) in method.parameters.enumerated() {
                let input = Term("input.\(position)", span: method.span)
                locals[parameter.name] = input
                note(parameter, of: method, input)
            }
            try run(method.body)
            behavior.methods[method.name] = MethodBehavior(
                result: returned ?? Term("None", span: method.span), effects: effects)
        }
        return behavior
    }

    // MARK: Statements

    mutating func run(_ block: [TypedStatement]) throws {
        for statement in block {
            guard returned == nil else { return }
            try run(statement)
            if !isInitializing { note(statement) }
        }
    }

    /// Notes what a function is given.
    mutating func note(_ parameter: TypedParameter, of function: TypedFunction, _ value: Term) {
        guard !isInitializing else { return }
        assigned.append(
            AssignedTerm(
                name: "(\(parameter.name))", file: function.definedIn, span: function.span,
                value: value))
    }

    private mutating func note(_ statement: TypedStatement) {
        func note(_ name: String, _ value: Term?) {
            guard let value else { return }
            assigned.append(
                AssignedTerm(
                    name: name, file: current?.definedIn, span: statement.span, value: value))
        }
        switch statement.kind {
        case .assign(let targets, _):
            for name in targets.flatMap(\.localNames) { note(name, locals[name]) }
        case .augmentedAssign(let target, _, _):
            for name in target.localNames { note(name, locals[name]) }
        case .return: note("return", returned)
        default: break
        }
    }

    private mutating func run(_ statement: TypedStatement) throws {
        switch statement.kind {
        case .expression(let value):
            _ = try term(value)
        case .assign(let targets, let value):
            if targets.count == 1, case .tuple(let parts) = targets[0] {
                try assign(parts, elementsOf: value)
            } else {
                let result = try term(value)
                for target in targets {
                    try assign(target, result, type: value.type, span: statement.span)
                }
            }
        case .augmentedAssign(.local(let name, _), let operation, let value):
            let current = try term(value: name, span: statement.span)
            // What another name holds too would change with it.
            guard !current.isGiven, locals.values.count(where: { $0 == current }) == 1 else {
                throw SymbolicStop.unsupported("an update of a shared value", statement.span)
            }
            locals[name] = Term(
                "binary.\(operation.rawValue)", [current, try term(value)], span: statement.span)
        case .return(let value):
            returned = try value.map { try term($0) } ?? Term("None", span: statement.span)
        case .if(let test, let then, let otherwise):
            try run(try outcome(of: test) ? then : otherwise)
        case .assert:
            break
        default:
            throw SymbolicStop.unsupported("a loop, an update in place or a raise", statement.span)
        }
    }

    private mutating func assign(
        _ target: TypedTarget, _ value: Term, type: PythonType, span: SourceSpan
    ) throws {
        switch target {
        case .local(let name, _): locals[name] = value
        case .attribute(let name, _) where isInitializing:
            if isModule(type) {
                behavior.modules[name] = value
            } else {
                behavior.values[name] = value
            }
        case .libraryMember(let object, let swift, _):
            guard case .attribute(let base, let name) = object.kind, base.kind == .selfObject,
                behavior.modules[name] != nil
            else { throw SymbolicStop.unsupported("an assignment to a part", span) }
            effects.append(
                Term("set.\(swift)", [module(name, span: span), value], span: span))
            changes[name, default: 0] += 1
        default: throw SymbolicStop.unsupported("an assignment to a part", span)
        }
    }

    private mutating func assign(_ targets: [TypedTarget], elementsOf value: TypedExpression) throws
    {
        let values: [Term]
        var types = targets.map { _ in PythonType.unknown }
        if case .tuple(let elements) = value.type, elements.count == targets.count {
            types = elements
        }
        switch value.kind {
        case .tuple(let elements):
            values = try elements.map { try term($0) }
        case .shape(let array):
            let base = try term(array)
            values = targets.indices.map { Term("dim.\($0)", [base], span: value.span) }
        default:
            let whole = try term(value)
            values = targets.indices.map { Term("element.\($0)", [whole], span: value.span) }
        }
        for (index, result) in values.enumerated() where index < targets.count {
            try assign(targets[index], result, type: types[index], span: value.span)
        }
    }

    /// Decides a test: by its constant, or by what is assumed.
    mutating func outcome(of test: TypedExpression) throws -> Bool {
        switch test.kind {
        case .unary(.not, let operand): return try !outcome(of: operand)
        case .boolean(.and, let operands) where test.type == .boolean:
            return try operands.allSatisfy { try outcome(of: $0) }
        case .boolean(.or, let operands) where test.type == .boolean:
            return try operands.contains { try outcome(of: $0) }
        case .isNone(let value, let negated):
            let subject = try term(value)
            if subject.operation == "None" { return !negated }
            return try assumed(Term("isNone", [subject], span: test.span)) != negated
        default:
            let value = try term(test)
            return try value.decided ?? assumed(value)
        }
    }

    private func assumed(_ test: Term) throws -> Bool {
        guard let outcome = assumptions[test] else { throw SymbolicStop.needsAssumption(test) }
        return outcome
    }
}

/// What a line of a method gives.
struct AssignedTerm {
    /// What a line is to its method.
    enum Role { case parameter, local, result }

    /// The local; `return` for a result, `(x)` for a parameter.
    let name: String
    /// The file of an inherited method, `llama/language.py`.
    let file: String?
    let span: SourceSpan
    let value: Term

    var role: Role { name == "return" ? .result : name.hasPrefix("(") ? .parameter : .local }
}

extension Term {
    /// The outcome as a test, if constants decide it.
    var decided: Bool? {
        switch operation {
        case "True": return true
        case "False": return false
        case "comparison.>":
            guard let left = arguments[0].number, let right = arguments[1].number else {
                return nil
            }
            return left > right
        default: return nil
        }
    }

    /// Whether the value was made elsewhere: an input, or what `__init__` keeps.
    fileprivate var isGiven: Bool {
        operation.hasPrefix("input.") || operation.hasPrefix("module.") || expression != nil
    }
}
