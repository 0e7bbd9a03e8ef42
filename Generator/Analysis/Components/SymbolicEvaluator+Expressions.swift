import Operations
import PythonSyntax

/// Expressions as terms.
extension SymbolicEvaluator {
    mutating func term(_ expression: TypedExpression) throws -> Term {
        let span = expression.span
        switch expression.kind {
        case .local(let name):
            return try term(value: name, span: span)
        case .selfObject:
            return Term("self", span: span)
        case .constant(let constant):
            return Term(constant.pythonText, span: span, expression: expression)
        case .globalConstant(let name):
            return Term(name, span: span, expression: expression)
        case .classValue(let name): return Term("class.\(name)", [], span: span)
        case .libraryConstant(let swift):
            return Term(swift, span: span, expression: expression)
        case .attribute(let base, let name):
            return try attribute(name, of: base, expression)
        case .libraryAttribute(let base, let swift):
            // What a cache says changes with each call that changes it.
            return Term(
                "attribute.\(swift)@\(effects.count)", [try term(base)], span: span)
        case .shape(let base):
            return Term("shape", [try term(base)], span: span)
        case .element(let base, let index):
            if case .shape(let array) = base.kind {
                return Term("dim.\(try term(index).text)", [try term(array)], span: span)
            }
            return combined("element", [try term(base), try term(index)], expression) {
                .element(of: $0[0], index: $0[1])
            }
        case .sliced(let base, let indices):
            return Term(
                "sliced", [try term(base)] + (try indices.map { try term(index: $0, span: span) }),
                span: span)
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
            return combined("comparison.\(name)", values.map(\.comparable), expression) {
                operands in
                .comparison(
                    operands[0],
                    zip(parts, operands.dropFirst()).map {
                        TypedComparisonPart(comparison: $0.comparison, operand: $1)
                    })
            }
        case .conditional(let test, let then, let otherwise):
            if let chosen = try chosenByConfiguration(test, then, otherwise, expression) {
                return chosen
            }
            return try term(try outcome(of: test) ? then : otherwise)
        case .isInstance(let value, let type):
            return combined("isinstance.\(type)", [try term(value)], expression) {
                .isInstance($0[0], type)
            }
        case .downcast(let value, let type, let isForced):
            return combined("downcast.\(type)", [try term(value)], expression) {
                .downcast($0[0], type, isForced: isForced)
            }
        case .tuple(let elements), .list(let elements):
            return Term("tuple", try elements.map { try term($0) }, span: span)
        case .call(let call):
            return try self.call(call, expression)
        default:
            throw SymbolicStop.unsupported("this expression", span)
        }
    }

    /// A value of the configuration that a test of the configuration chooses: one term, where all of it
    /// is a matter of the file. What is tested for `None` is looked at path by path.
    private mutating func chosenByConfiguration(
        _ test: TypedExpression, _ then: TypedExpression, _ otherwise: TypedExpression,
        _ expression: TypedExpression
    ) throws -> Term? {
        guard [.integer, .float, .boolean, .string, .json].contains(expression.type),
            !test.contains(where: { if case .isNone = $0.kind { true } else { false } }),
            case let parts = try [test, then, otherwise].map({ try term($0) }),
            parts.allSatisfy({ $0.expression != nil }), parts[0].decided == nil,
            assumptions[parts[0]] == nil
        else { return nil }
        return combined("conditional", parts, expression) {
            .conditional(test: $0[0], then: $0[1], otherwise: $0[2])
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

    func term(value name: String, span: SourceSpan) throws -> Term {
        guard let value = locals[name] else {
            throw SymbolicStop.unsupported("the name '\(name)'", span)
        }
        return value
    }

    /// A module, which is another one after its parameters have been changed.
    func module(_ name: String, span: SourceSpan) -> Term {
        let version = changes[name].map { "@\($0)" } ?? ""
        return Term("module.\(name)\(version)", span: span)
    }

    private mutating func term(index: TypedIndex, span: SourceSpan) throws -> Term {
        switch index {
        case .value(let value): return try term(value)
        case .ellipsis: return Term("...", span: span)
        case .newAxis: return Term("newaxis", span: span)
        case .slice(let lower, let upper, let step):
            return Term(
                "slice",
                try [lower, upper, step].map {
                    try $0.map { try term($0) } ?? Term("None", span: span)
                }, span: span)
        }
    }

    /// A call of another method of the class: what its body does, here.
    private mutating func inlined(
        _ name: String, of className: String, _ call: TypedCall, span: SourceSpan
    ) throws -> Term {
        guard let method = classes(className)?.first(where: { $0.name == name }) else {
            throw SymbolicStop.unsupported("a call of '\(name)'", span)
        }
        let arguments = try arguments(call, of: method.parameters, span: span)
        return try inlined(method, arguments, span: span)
    }

    /// A call of a function of the sources: what its body does, and how it is compiled.
    private mutating func inlined(
        function name: String, _ call: TypedCall, span: SourceSpan
    ) throws -> Term {
        guard let function = functions(name) else {
            throw SymbolicStop.unsupported("a call of '\(name)'", span)
        }
        let arguments = try arguments(call, of: function.parameters, span: span)
        for (parameter, value) in zip(function.parameters, arguments) {
            note(parameter, of: function, value)
        }
        let result = try inlined(function, arguments, span: span)
        return function.compilation.map { Term("compiled.\($0)", [result], span: span) } ?? result
    }

    private mutating func inlined(
        _ function: TypedFunction, _ arguments: [Term], span: SourceSpan
    ) throws -> Term {
        guard depth < 16 else {
            throw SymbolicStop.unsupported("a call this deep of '\(function.name)'", span)
        }
        depth += 1
        defer { depth -= 1 }
        let caller = (locals, returned, current)
        current = function
        locals = Dictionary(
            zip(function.parameters.map(\.name), arguments), uniquingKeysWith: { first, _ in first }
        )
        returned = nil
        try run(function.body)
        let result = returned ?? Term("None", span: span)
        (locals, returned, current) = caller
        return result
    }

    private mutating func attribute(
        _ name: String, of base: TypedExpression, _ expression: TypedExpression
    ) throws -> Term {
        if case .selfObject = base.kind {
            if let value = behavior.values[name] { return value }
            if behavior.modules[name] != nil {
                return module(name, span: expression.span)
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
            if operation.python.hasSuffix(".update_and_fetch") { effects.append(result) }
            return result
        case .initializer(let className):
            let parameters = classes(className)?.first { $0.name == "__init__" }?.parameters ?? []
            return Term(
                "new.\(className)", try arguments(call, of: parameters, span: span), span: span)
        case .method(let receiver, let className, let name) where receiver.kind == .selfObject:
            return try inlined(name, of: className, call, span: span)
        case .method(let receiver, let className, let name):
            guard case .attribute(let base, let attribute) = receiver.kind,
                base.kind == .selfObject,
                behavior.modules[attribute] != nil
            else { throw SymbolicStop.unsupported("a call of '\(name)'", span) }
            let parameters = classes(className)?.first { $0.name == name }?.parameters ?? []
            let arguments = try self.arguments(call, of: parameters, span: span)
            let method = name == "__call__" ? "call" : "method.\(name)"
            return Term(method, [module(attribute, span: span)] + arguments, span: span)
        case .builtin(let name):
            // A conversion of a value of the file: `json.integer`.
            guard name.hasPrefix("json."), call.arguments.count == 1 else {
                throw SymbolicStop.unsupported("a call of '\(name)'", span)
            }
            let argument = call.arguments[0]
            return combined("builtin.\(name)", [try term(argument.value)], expression) {
                .call(
                    TypedCall(
                        callee: call.callee,
                        arguments: [TypedArgument(parameter: argument.parameter, value: $0[0])]))
            }
        case .function(let name):
            return try inlined(function: name, call, span: span)
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
