import CPython
import EmbeddedPython

extension SyntaxReader {
    /// The expression that an attribute holds.
    func expression(_ node: Node, _ field: Field, depth: Int) throws -> Expression {
        try expression(child(node, field), depth: depth)
    }

    func optionalExpression(_ node: Node, _ field: Field, depth: Int) throws -> Expression? {
        try value(node, field).map { try expression($0, depth: depth) }
    }

    func expressions(_ node: Node, _ field: Field, depth: Int) throws -> [Expression] {
        try children(node, field).compactMap { $0 }.map { try expression($0, depth: depth) }
    }

    func expression(_ node: Node, depth: Int) throws -> Expression {
        Expression(try expressionKind(node, depth: deeper(depth, at: node)), span: span(of: node))
    }

    private func expressionKind(_ node: Node, depth: Int) throws -> ExpressionKind {
        switch nodeClass(of: node) {
        case .name: .name(try string(node, .id))
        case .constant: .constant(try constant(node))
        case .attribute: try attribute(node, depth: depth)
        case .subscript: try subscripted(node, depth: depth)
        case .slice: try slice(node, depth: depth)
        case .call: try call(node, depth: depth)
        case .unaryOp: try unary(node, depth: depth)
        case .binOp: try binary(node, depth: depth)
        case .boolOp: try boolean(node, depth: depth)
        case .compare: try comparison(node, depth: depth)
        case .ifExp: try conditional(node, depth: depth)
        case .tuple: .tuple(try expressions(node, .elts, depth: depth))
        case .list: .list(try expressions(node, .elts, depth: depth))
        case .set: .set(try expressions(node, .elts, depth: depth))
        case .dict: try dictionary(node, depth: depth)
        case .lambda: try lambda(node, depth: depth)
        case .listComp: try comprehension(.list, node, element: .elt, depth: depth)
        case .setComp: try comprehension(.set, node, element: .elt, depth: depth)
        case .generatorExp: try comprehension(.generator, node, element: .elt, depth: depth)
        case .dictComp: try comprehension(.dictionary, node, element: .key, depth: depth)
        case .joinedStr: .formattedString(try formattedParts(node, depth: depth))
        case .starred: .starred(try expression(node, .value, depth: depth))
        case .namedExpr: try named(node, depth: depth)
        default: .other(className(of: node))
        }
    }

    // MARK: Operands

    private func attribute(_ node: Node, depth: Int) throws -> ExpressionKind {
        .attribute(of: try expression(node, .value, depth: depth), name: try string(node, .attr))
    }

    private func subscripted(_ node: Node, depth: Int) throws -> ExpressionKind {
        .subscript(
            of: try expression(node, .value, depth: depth),
            index: try expression(node, .slice, depth: depth))
    }

    private func slice(_ node: Node, depth: Int) throws -> ExpressionKind {
        .slice(
            lower: try optionalExpression(node, .lower, depth: depth),
            upper: try optionalExpression(node, .upper, depth: depth),
            step: try optionalExpression(node, .step, depth: depth))
    }

    private func named(_ node: Node, depth: Int) throws -> ExpressionKind {
        .named(
            try string(child(node, .target), .id), value: try expression(node, .value, depth: depth)
        )
    }

    private func lambda(_ node: Node, depth: Int) throws -> ExpressionKind {
        .lambda(
            try parameters(child(node, .args), depth: depth),
            body: try expression(node, .body, depth: depth))
    }

    private func dictionary(_ node: Node, depth: Int) throws -> ExpressionKind {
        let keys = children(node, .keys)
        let values = try expressions(node, .values, depth: depth)
        return .dictionary(
            try zip(keys, values).map { key, value in
                DictionaryItem(key: try key.map { try expression($0, depth: depth) }, value: value)
            })
    }

    // MARK: Calls

    private func call(_ node: Node, depth: Int) throws -> ExpressionKind {
        let positional = try expressions(node, .args, depth: depth).map { argument in
            if case .starred(let value) = argument.kind {
                Argument(.starred, value)
            } else {
                Argument(.positional, argument)
            }
        }
        return .call(
            function: try expression(node, .func, depth: depth),
            arguments: positional + (try keywords(node, depth: depth)))
    }

    /// The `name=value` and `**value` of a call or class.
    func keywords(_ node: Node, depth: Int) throws -> [Argument] {
        try children(node, .keywords).compactMap { $0 }.map { keyword in
            let name = try optionalString(keyword, .arg)
            return Argument(
                name.map { .keyword($0) } ?? .doubleStarred,
                try expression(keyword, .value, depth: depth))
        }
    }

    // MARK: Operators

    private func unary(_ node: Node, depth: Int) throws -> ExpressionKind {
        let operand = try expression(node, .operand, depth: depth)
        return switch try nodeClass(of: child(node, .op)) {
        case .uAdd: .unary(.plus, operand)
        case .uSub: .unary(.minus, operand)
        case .not: .unary(.not, operand)
        case .invert: .unary(.invert, operand)
        default: .other(className(of: try child(node, .op)))
        }
    }

    private func binary(_ node: Node, depth: Int) throws -> ExpressionKind {
        .binary(
            try expression(node, .left, depth: depth), try binaryOperator(of: node),
            try expression(node, .right, depth: depth))
    }

    /// The operator of a binary expression or of an augmented assignment.
    func binaryOperator(of node: Node) throws -> BinaryOperator {
        switch try nodeClass(of: child(node, .op)) {
        case .add: .add
        case .sub: .subtract
        case .mult: .multiply
        case .div: .divide
        case .floorDiv: .floorDivide
        case .mod: .modulo
        case .pow: .power
        case .matMult: .matrixMultiply
        case .lShift: .leftShift
        case .rShift: .rightShift
        case .bitAnd: .bitAnd
        case .bitOr: .bitOr
        case .bitXor: .bitXor
        default: throw unknownOperator(try child(node, .op), in: node)
        }
    }

    private func boolean(_ node: Node, depth: Int) throws -> ExpressionKind {
        let isAnd = try nodeClass(of: child(node, .op)) == .and
        return .boolean(isAnd ? .and : .or, try expressions(node, .values, depth: depth))
    }

    private func comparison(_ node: Node, depth: Int) throws -> ExpressionKind {
        let operators = try children(node, .ops).compactMap { $0 }
            .map { try comparisonOperator($0, in: node) }
        let operands = try expressions(node, .comparators, depth: depth)
        return .comparison(
            try expression(node, .left, depth: depth),
            zip(operators, operands).map { ComparisonPart($0, $1) })
    }

    private func comparisonOperator(_ op: Node, in node: Node) throws -> ComparisonOperator {
        switch nodeClass(of: op) {
        case .eq: .equal
        case .notEq: .notEqual
        case .lt: .less
        case .ltE: .lessEqual
        case .gt: .greater
        case .gtE: .greaterEqual
        case .is: .is
        case .isNot: .isNot
        case .in: .in
        case .notIn: .notIn
        default: throw unknownOperator(op, in: node)
        }
    }

    private func unknownOperator(_ op: Node, in node: Node) -> UnreadableNode {
        UnreadableNode(span: span(of: node), message: "unknown operator \(className(of: op))")
    }

    private func conditional(_ node: Node, depth: Int) throws -> ExpressionKind {
        .conditional(
            test: try expression(node, .test, depth: depth),
            then: try expression(node, .body, depth: depth),
            otherwise: try expression(node, .orelse, depth: depth))
    }

    // MARK: Comprehensions and formatted strings

    private func comprehension(
        _ kind: ComprehensionKind, _ node: Node, element: Field, depth: Int
    ) throws -> ExpressionKind {
        let clauses = children(node, .generators).compactMap { $0 }
        guard clauses.allSatisfy({ integer($0, .isAsync) != 1 }) else {
            return .other("async comprehension")
        }
        return .comprehension(
            kind,
            element: try expression(node, element, depth: depth),
            value: kind == .dictionary ? try expression(node, .value, depth: depth) : nil,
            try clauses.map { clause in
                ComprehensionClause(
                    target: try expression(clause, .target, depth: depth),
                    iterable: try expression(clause, .iter, depth: depth),
                    conditions: try expressions(clause, .ifs, depth: depth))
            })
    }

    private func formattedParts(_ node: Node, depth: Int) throws -> [FormattedPart] {
        try children(node, .values).compactMap { $0 }.map { part in
            guard nodeClass(of: part) == .formattedValue else {
                return .text(try string(part, .value))
            }
            let conversion = integer(part, .conversion).flatMap { $0 < 0 ? nil : $0 }
            return .value(
                try expression(part, .value, depth: depth),
                conversion: conversion.flatMap(UnicodeScalar.init).map { String($0) },
                format: try value(part, .formatSpec).map {
                    try formattedParts($0, depth: deeper(depth, at: part))
                } ?? [])
        }
    }

    // MARK: Literals

    func constant(_ node: Node) throws -> Constant {
        guard let value = value(node, .value) else { return .none }
        if CPython_IsString(value) != 0 { return .string(try string(value, in: node)) }
        if CPython_IsBool(value) != 0 { return .boolean(PyObject_IsTrue(value) != 0) }
        if CPython_IsInteger(value) != 0 { return integerConstant(value) }
        if CPython_IsFloat(value) != 0 { return .float(PyFloat_AsDouble(value)) }
        if CPython_IsBytes(value) != 0 {
            return .bytes(try PythonObject(borrowed: value).bytes())
        }
        if CPython_IsComplex(value) != 0 {
            return .complex(
                real: PyComplex_RealAsDouble(value), imaginary: PyComplex_ImagAsDouble(value))
        }
        return .ellipsis
    }

    private func integerConstant(_ value: Node) -> Constant {
        var overflow: Int32 = 0
        let integer = PyLong_AsLongLongAndOverflow(value, &overflow)
        return overflow == 0
            ? .integer(Int(integer)) : .bigInteger(PythonObject(borrowed: value).representation)
    }
}
