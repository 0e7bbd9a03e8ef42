import Operations
import PythonSyntax

/// Lists, dictionaries and arrays at the top of a module or of a class body, which nothing changes.
extension FunctionChecker {
    /// A constant of a module, by its value; `nil` if it is computed, other than an array by one call.
    func constant(_ name: String, of origin: String, span: SourceSpan) -> TypedExpression? {
        guard let value = try? program.scope(origin).constants[name] else { return nil }
        return constant(value, named: "\(origin).\(name)", in: origin, span: span)
    }

    /// A constant of a class body, its own or one of a base class.
    func constant(_ name: String, of info: ClassInfo, span: SourceSpan) -> TypedExpression? {
        for owner in info.resolutionOrder {
            for case .assign(let targets, let value) in owner.definition.body.map(\.kind)
            where targets.contains(where: { $0.simpleName == name }) {
                return constant(
                    value, named: "\(owner.dottedName).\(name)", in: owner.moduleName, span: span)
            }
        }
        return nil
    }

    /// `KVCache.step`: a constant of a class, of the sources or of a library.
    func constantOfClass(_ expression: Expression, span: SourceSpan) -> TypedExpression? {
        guard case .attribute(let base, let name) = expression.kind,
            base.rootName.map({ locals[$0] == nil && $0 != selfName }) == true,
            let symbol = program.resolve(base, in: module)
        else { return nil }
        if let library = program.libraryName(of: symbol) {
            return program.table.constants["\(library).\(name)"].map {
                TypedExpression(.libraryConstant($0.swift), $0.type, span: span)
            }
        }
        guard case .definition(let origin, let className) = symbol,
            let info = program.classInfo("\(origin).\(className)"), info.methods[name] == nil
        else { return nil }
        return constant(name, of: info, span: span)
    }

    private func constant(
        _ value: Expression, named dotted: String, in origin: String, span: SourceSpan
    ) -> TypedExpression? {
        if value.isLiteral {
            let typed = program.checker(in: origin).check(value)
            return TypedExpression(typed.kind, typed.type, span: span)
        }
        if let other = program.checker(in: origin).constantOfClass(value, span: span) {
            return other
        }
        guard value.isDisplay || value.isCall else { return nil }
        guard let typed = program.reachConstant(dotted, value, in: origin) else { return nil }
        return TypedExpression(.globalConstant(dotted), typed.type, span: span)
    }
}

extension Program {
    /// A checker for expressions outside of functions.
    func checker(in module: String) -> FunctionChecker {
        let nowhere = SourceSpan(line: 1, column: 1, endLine: 1, endColumn: 1)
        return FunctionChecker(
            program: self,
            function: FunctionInfo(
                dottedName: module, moduleName: module,
                definition: FunctionDefinition(
                    name: module, parameters: Parameters(), returns: nil, body: [],
                    decorators: []),
                span: nowhere, owner: nil))
    }

    /// The value of a constant; `nil` if it is computed and no array.
    fileprivate func reachConstant(_ dotted: String, _ value: Expression, in module: String)
        -> TypedExpression?
    {
        var typed = checker(in: module).check(value)
        guard value.isDisplay || typed.type == .array || typed.type == .unknown else { return nil }
        // What is iterated is a list in Swift; a tuple of one type is read in no other way.
        if case .tuple(let elements) = typed.kind, let first = elements.first?.type,
            elements.allSatisfy({ $0.type == first })
        {
            typed = TypedExpression(.list(elements), .list(first), span: typed.span)
        }
        constants[dotted] = TypedConstant(
            name: dotted, module: module, value: typed, span: value.span)
        return typed
    }
}

extension Expression {
    /// Whether the value is a literal, or the negative of one.
    fileprivate var isLiteral: Bool {
        if case .unary(.minus, let operand) = kind { return operand.isLiteral }
        return constantType != nil
    }

    fileprivate var isCall: Bool {
        if case .call = kind { true } else { false }
    }

    /// Whether the value is a list, a tuple, a set or a dictionary that is written out.
    fileprivate var isDisplay: Bool {
        func isPlain(_ value: Expression) -> Bool {
            value.isLiteral || value.isDisplay || value.isNameOrAttributePath
        }
        switch kind {
        case .list(let elements), .tuple(let elements), .set(let elements):
            return !elements.isEmpty && elements.allSatisfy(isPlain)
        case .dictionary(let items):
            return !items.isEmpty
                && items.allSatisfy { ($0.key.map(isPlain) ?? false) && isPlain($0.value) }
        default:
            return false
        }
    }
}
