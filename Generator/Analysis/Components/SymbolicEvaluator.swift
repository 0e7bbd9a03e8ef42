import Operations
import PythonSyntax

/// Runs a typed class on symbols instead of numbers.
struct SymbolicEvaluator {
    let classes: (String) -> [TypedFunction]?
    let isModule: (PythonType) -> Bool
    /// Outcomes of tests that no constant decides.
    let assumptions: [Term: Bool]

    private var locals: [String: Term] = [:]
    private var behavior = SymbolicBehavior(result: Term("None", span: .synthesized))
    private var isInitializing = false
    private var returned: Term?

    init(
        classes: @escaping (String) -> [TypedFunction]?, isModule: @escaping (PythonType) -> Bool,
        assumptions: [Term: Bool]
    ) {
        self.classes = classes
        self.isModule = isModule
        self.assumptions = assumptions
    }

    /// - Parameter defaults: values of `__init__`'s parameters beyond those that a caller passes.
    /// - Throws: `SymbolicStop`.
    mutating func run(
        initializer: TypedFunction, call: TypedFunction, parameterCount: Int
    ) throws -> SymbolicBehavior {
        isInitializing = true
        for (position, parameter) in initializer.parameters.enumerated() {
            if position >= parameterCount, let value = parameter.defaultValue {
                locals[parameter.name] = try term(value)
            } else {
                locals[parameter.name] = Term(
                    "parameter.\(position)", span: initializer.span,
                    expression: position == 0
                        ? TypedExpression(.selfObject, parameter.type, span: initializer.span)
                        : nil)
            }
        }
        try run(initializer.body)
        isInitializing = false
        locals = [:]
        returned = nil
        for (position, parameter) in call.parameters.enumerated() {
            locals[parameter.name] = Term("input.\(position)", span: call.span)
        }
        try run(call.body)
        behavior.result = returned ?? Term("None", span: call.span)
        return behavior
    }

    // MARK: Statements

    private mutating func run(_ block: [TypedStatement]) throws {
        for statement in block {
            guard returned == nil else { return }
            try run(statement)
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
    private mutating func outcome(of test: TypedExpression) throws -> Bool {
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
            if value.operation == "True" { return true }
            if value.operation == "False" { return false }
            return try assumed(value)
        }
    }

    private func assumed(_ test: Term) throws -> Bool {
        guard let outcome = assumptions[test] else { throw SymbolicStop.needsAssumption(test) }
        return outcome
    }

    // MARK: Expressions

    private mutating func term(_ expression: TypedExpression) throws -> Term {
        let span = expression.span
        switch expression.kind {
        case .local(let name):
            guard let value = locals[name] else {
                throw SymbolicStop.unsupported("the name '\(name)'", span)
            }
            return value
        case .selfObject:
            return Term("self", span: span)
        case .constant(let constant):
            return Term(constant.pythonText, span: span, expression: expression)
        case .libraryConstant(let swift):
            return Term(swift, span: span, expression: expression)
        case .attribute(let base, let name):
            return try attribute(name, of: base, expression)
        case .libraryAttribute(let base, let swift):
            // What a cache says changes with each call that changes it.
            return Term(
                "attribute.\(swift)@\(behavior.effects.count)", [try term(base)], span: span)
        case .shape(let base):
            return Term("shape", [try term(base)], span: span)
        case .element(let base, let index):
            if case .shape(let array) = base.kind {
                return Term("dim.\(try term(index).text)", [try term(array)], span: span)
            }
            return combined("element", [try term(base), try term(index)], expression) {
                .element(of: $0[0], index: $0[1])
            }
        case .unary(let operation, let operand):
            return combined("unary.\(operation.rawValue)", [try term(operand)], expression) {
                .unary(operation, $0[0])
            }
        case .binary(let left, let operation, let right):
            return combined(
                "binary.\(operation.rawValue)", [try term(left), try term(right)], expression
            ) {
                .binary($0[0], operation, $0[1])
            }
        case .boolean(let operation, let operands):
            return combined(
                "boolean.\(operation.rawValue)", try operands.map { try term($0) }, expression
            ) {
                .boolean(operation, $0)
            }
        case .comparison(let left, let parts):
            let name = parts.map(\.comparison.rawValue).joined(separator: " ")
            let values = try ([left] + parts.map(\.operand)).map { try term($0) }
            return combined("comparison.\(name)", values, expression) { operands in
                .comparison(
                    operands[0],
                    zip(parts, operands.dropFirst()).map {
                        TypedComparisonPart(comparison: $0.comparison, operand: $1)
                    })
            }
        case .conditional(let test, let then, let otherwise):
            return try term(try outcome(of: test) ? then : otherwise)
        case .tuple(let elements), .list(let elements):
            return Term("tuple", try elements.map { try term($0) }, span: span)
        case .call(let call):
            return try self.call(call, expression)
        default:
            throw SymbolicStop.unsupported("this expression", span)
        }
    }

    /// A term over others, which is about the configuration if all of them are.
    private func combined(
        _ operation: String, _ arguments: [Term], _ expression: TypedExpression,
        _ rebuild: ([TypedExpression]) -> TypedExpressionKind
    ) -> Term {
        let parts = arguments.compactMap(\.expression)
        let rebuilt =
            parts.count == arguments.count
            ? TypedExpression(rebuild(parts), expression.type, span: expression.span) : nil
        return Term(operation, arguments, span: expression.span, expression: rebuilt)
    }

    private mutating func attribute(
        _ name: String, of base: TypedExpression, _ expression: TypedExpression
    ) throws -> Term {
        if case .selfObject = base.kind {
            if let value = behavior.values[name] { return value }
            if behavior.modules[name] != nil {
                return Term("module.\(name)", span: expression.span)
            }
            throw SymbolicStop.unsupported(
                "the attribute '\(name)', which '__init__' does not set on this path",
                expression.span)
        }
        return combined("attribute.\(name)", [try term(base)], expression) {
            .attribute(of: $0[0], name: name)
        }
    }

    private mutating func call(_ call: TypedCall, _ expression: TypedExpression) throws -> Term {
        let span = expression.span
        switch call.callee {
        case .operation(let operation):
            let arguments = try self.arguments(call, of: operation, span: span)
            let result = Term(operation.python, arguments, span: span)
            if operation.python.hasSuffix(".update_and_fetch") { behavior.effects.append(result) }
            return result
        case .initializer(let className):
            let parameters = classes(className)?.first { $0.name == "__init__" }?.parameters ?? []
            return Term(
                "new.\(className)", try arguments(call, of: parameters, span: span), span: span)
        case .method(let receiver, let className, let name):
            guard case .attribute(let base, let attribute) = receiver.kind,
                base.kind == .selfObject,
                behavior.modules[attribute] != nil
            else { throw SymbolicStop.unsupported("a call of '\(name)'", span) }
            let parameters = classes(className)?.first { $0.name == name }?.parameters ?? []
            let arguments = try self.arguments(call, of: parameters, span: span)
            let method = name == "__call__" ? "call" : "method.\(name)"
            return Term(method, [Term("module.\(attribute)", span: span)] + arguments, span: span)
        default:
            throw SymbolicStop.unsupported("this call", span)
        }
    }

    /// Arguments in the order of the parameters, with defaults written out; a tuple for a variadic
    /// parameter is the same as its elements.
    private mutating func arguments(
        _ call: TypedCall, of operation: Operation, span: SourceSpan
    ) throws -> [Term] {
        var names = operation.parameters.map(\.name)
        if call.argument("self") != nil, !names.contains("self") { names.insert("self", at: 0) }
        var result: [Term] = []
        for name in names {
            let given = call.arguments.filter { $0.parameter == name }.map(\.value)
            let parameter = operation.parameter(named: name)
            if given.isEmpty {
                if parameter?.isVariadic == true { continue }
                result.append(Term(parameter?.defaultValue ?? "None", span: span))
            } else if parameter?.isVariadic == true {
                for value in given {
                    let argument = try term(value)
                    result += argument.operation == "tuple" ? argument.arguments : [argument]
                }
            } else {
                result += try given.map { try term($0) }
            }
        }
        return result
    }

    private mutating func arguments(
        _ call: TypedCall, of parameters: [TypedParameter], span: SourceSpan
    ) throws -> [Term] {
        try parameters.map { parameter in
            if let value = call.argument(parameter.name) { return try term(value) }
            if let value = parameter.defaultValue { return try term(value) }
            return Term("None", span: span)
        }
    }
}
