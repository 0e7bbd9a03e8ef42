import CPython

extension SyntaxReader {
    /// The statements of a block.
    func statements(_ node: Node, _ field: Field, depth: Int) throws -> [Statement] {
        try children(node, field).compactMap { $0 }.map { try statement($0, depth: depth) }
    }

    private func statement(_ node: Node, depth: Int) throws -> Statement {
        Statement(try statementKind(node, depth: deeper(depth, at: node)), span: span(of: node))
    }

    private func statementKind(_ node: Node, depth: Int) throws -> StatementKind {
        switch nodeClass(of: node) {
        case .expr: .expression(try expression(node, .value, depth: depth))
        case .assign: try assignment(node, depth: depth)
        case .annAssign: try annotatedAssignment(node, depth: depth)
        case .augAssign: try augmentedAssignment(node, depth: depth)
        case .return: .return(try optionalExpression(node, .value, depth: depth))
        case .if: try branch(node, depth: depth)
        case .for: try forLoop(node, depth: depth)
        case .while: try whileLoop(node, depth: depth)
        case .break: .break
        case .continue: .continue
        case .pass: .pass
        case .assert: try assertion(node, depth: depth)
        case .raise: try raise(node, depth: depth)
        case .try: try tryBlock(node, depth: depth)
        case .with: try with(node, depth: depth)
        case .functionDef: try function(node, isAsync: false, depth: depth)
        case .asyncFunctionDef: try function(node, isAsync: true, depth: depth)
        case .classDef: try classDefinition(node, depth: depth)
        case .import: .import(try aliases(node))
        case .importFrom: try importFrom(node)
        case .delete: .delete(try expressions(node, .targets, depth: depth))
        case .global: .global(try strings(node, .names))
        case .nonlocal: .nonlocal(try strings(node, .names))
        case .match: try match(node, depth: depth)
        default: .other(className(of: node))
        }
    }

    // MARK: Assignments

    private func assignment(_ node: Node, depth: Int) throws -> StatementKind {
        .assign(
            targets: try expressions(node, .targets, depth: depth),
            value: try expression(node, .value, depth: depth))
    }

    private func annotatedAssignment(_ node: Node, depth: Int) throws -> StatementKind {
        .annotatedAssign(
            target: try expression(node, .target, depth: depth),
            annotation: try expression(node, .annotation, depth: depth),
            value: try optionalExpression(node, .value, depth: depth))
    }

    private func augmentedAssignment(_ node: Node, depth: Int) throws -> StatementKind {
        .augmentedAssign(
            target: try expression(node, .target, depth: depth), try binaryOperator(of: node),
            value: try expression(node, .value, depth: depth))
    }

    // MARK: Control flow

    private func branch(_ node: Node, depth: Int) throws -> StatementKind {
        .if(
            test: try expression(node, .test, depth: depth),
            then: try statements(node, .body, depth: depth),
            otherwise: try statements(node, .orelse, depth: depth))
    }

    private func forLoop(_ node: Node, depth: Int) throws -> StatementKind {
        .for(
            target: try expression(node, .target, depth: depth),
            iterable: try expression(node, .iter, depth: depth),
            body: try statements(node, .body, depth: depth),
            otherwise: try statements(node, .orelse, depth: depth))
    }

    private func whileLoop(_ node: Node, depth: Int) throws -> StatementKind {
        .while(
            test: try expression(node, .test, depth: depth),
            body: try statements(node, .body, depth: depth),
            otherwise: try statements(node, .orelse, depth: depth))
    }

    private func assertion(_ node: Node, depth: Int) throws -> StatementKind {
        .assert(
            test: try expression(node, .test, depth: depth),
            message: try optionalExpression(node, .msg, depth: depth))
    }

    private func raise(_ node: Node, depth: Int) throws -> StatementKind {
        .raise(
            exception: try optionalExpression(node, .exc, depth: depth),
            cause: try optionalExpression(node, .cause, depth: depth))
    }

    private func tryBlock(_ node: Node, depth: Int) throws -> StatementKind {
        let handlers = try children(node, .handlers).compactMap { $0 }.map { handler in
            ExceptionHandler(
                type: try optionalExpression(handler, .type, depth: depth),
                name: try optionalString(handler, .name),
                body: try statements(handler, .body, depth: depth))
        }
        return .try(
            body: try statements(node, .body, depth: depth),
            handlers: handlers,
            otherwise: try statements(node, .orelse, depth: depth),
            finally: try statements(node, .finalbody, depth: depth))
    }

    private func with(_ node: Node, depth: Int) throws -> StatementKind {
        let items = try children(node, .items).compactMap { $0 }.map { item in
            WithItem(
                context: try expression(item, .contextExpr, depth: depth),
                target: try optionalExpression(item, .optionalVars, depth: depth))
        }
        return .with(items: items, body: try statements(node, .body, depth: depth))
    }

    // MARK: Imports

    private func aliases(_ node: Node) throws -> [ImportAlias] {
        try children(node, .names).compactMap { $0 }.map { alias in
            ImportAlias(
                name: try string(alias, .name), alias: try optionalString(alias, .asname))
        }
    }

    private func importFrom(_ node: Node) throws -> StatementKind {
        .importFrom(
            module: try optionalString(node, .module), names: try aliases(node),
            level: integer(node, .level) ?? 0)
    }

    // MARK: Definitions

    private func function(_ node: Node, isAsync: Bool, depth: Int) throws -> StatementKind {
        guard children(node, .typeParams).isEmpty else { return .other("type parameters") }
        return .function(
            FunctionDefinition(
                name: try string(node, .name),
                parameters: try parameters(child(node, .args), depth: depth),
                returns: try optionalExpression(node, .returns, depth: depth),
                body: try statements(node, .body, depth: depth),
                decorators: try expressions(node, .decoratorList, depth: depth),
                isAsync: isAsync))
    }

    private func classDefinition(_ node: Node, depth: Int) throws -> StatementKind {
        guard children(node, .typeParams).isEmpty else { return .other("type parameters") }
        return .class(
            ClassDefinition(
                name: try string(node, .name),
                bases: try expressions(node, .bases, depth: depth),
                keywords: try keywords(node, depth: depth),
                body: try statements(node, .body, depth: depth),
                decorators: try expressions(node, .decoratorList, depth: depth)))
    }

    /// The parameters of an `ast.arguments`, in the order in which Python lists them.
    func parameters(_ node: Node, depth: Int) throws -> Parameters {
        let positionalOnly = children(node, .posonlyargs).compactMap { $0 }
        let positional = positionalOnly + children(node, .args).compactMap { $0 }
        let defaults = children(node, .defaults)
        // Defaults belong to the last of the positional parameters.
        let defaultValues =
            [Node?](repeating: nil, count: max(positional.count - defaults.count, 0)) + defaults
        let keywordOnly = children(node, .kwonlyargs).compactMap { $0 }
        let keywordDefaults = children(node, .kwDefaults)

        var all = try zip(positional, defaultValues).enumerated().map { index, pair in
            try parameter(
                pair.0,
                index < positionalOnly.count ? .positionalOnly : .positionalOrKeyword,
                defaultValue: pair.1, depth: depth)
        }
        if let variadic = value(node, .vararg) {
            all.append(try parameter(variadic, .variadic, depth: depth))
        }
        all += try zip(keywordOnly, keywordDefaults).map {
            try parameter($0, .keywordOnly, defaultValue: $1, depth: depth)
        }
        if let keywords = value(node, .kwarg) {
            all.append(try parameter(keywords, .keywords, depth: depth))
        }
        return Parameters(all)
    }

    private func parameter(
        _ node: Node, _ kind: Parameter.Kind, defaultValue: Node? = nil, depth: Int
    ) throws -> Parameter {
        Parameter(
            name: try string(node, .arg), kind: kind,
            annotation: try optionalExpression(node, .annotation, depth: depth),
            defaultValue: try defaultValue.map { try expression($0, depth: depth) },
            span: span(of: node))
    }
}
