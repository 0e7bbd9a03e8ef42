import Operations
import PythonSyntax

/// Classes of layers as values: kept under a name, passed on, and called to make a layer.
///
/// Where a name is always one class, it is that class, and Swift has no value for it.
extension FunctionChecker {
    /// A class of layers that an expression names.
    func classValue(_ symbol: Symbol, span: SourceSpan) -> TypedExpression? {
        program.layerClass(symbol).map {
            TypedExpression(.classValue($0), .classObject([$0]), span: span)
        }
    }

    /// `partial(nn.LayerNorm, eps=1e-5)`: a class of layers with arguments of its own, which are literals.
    func partialClass(
        _ symbol: Symbol, _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        guard symbol == .external("functools.partial"), let first = arguments.first,
            first.label == .positional, locals[first.value.rootName ?? ""] == nil,
            let name = program.resolve(first.value, in: module).flatMap(program.layerClass)
        else { return nil }
        let given = Array(arguments.dropFirst())
        let texts = given.compactMap { argument -> String? in
            guard case .keyword(let keyword) = argument.label,
                argument.value.constantType != nil
            else { return nil }
            return "\(keyword)=\(argument.value.pythonText)"
        }
        guard texts.count == given.count else { return nil }
        let partial = "\(name)(\(texts.joined(separator: ", ")))"
        program.partialClasses[partial] = (name, given)
        return TypedExpression(.classValue(partial), .classObject([partial]), span: span)
    }

    /// An instance of the class that a value is: of one of several by what it is equal to.
    func makeInstance(
        of names: [String], _ value: TypedExpression, _ callee: Expression,
        _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression {
        if names.count > 1, names.contains(where: { program.partialClasses[$0] != nil }) {
            report(
                "call", at: span, type: value.type,
                "of a class with arguments of its own, where another class may be meant")
        }
        let made = names.map { name in
            let (className, given) = program.partialClasses[name] ?? (name, [])
            let own = given.filter { argument in
                !arguments.contains { $0.label == argument.label }
            }
            let symbol = program.symbol(ofLayerClass: className)
            return (name, callSymbol(symbol, callee, arguments + own, span: span))
        }
        guard let last = made.last?.1 else {
            return TypedExpression(.constant(.none), .unknown, span: span)
        }
        return made.dropLast().reversed().reduce(last) { otherwise, choice in
            let (name, then) = choice
            let tested = TypedExpression(.classValue(name), .classObject([name]), span: span)
            let test = TypedExpression(
                .comparison(value, [TypedComparisonPart(comparison: .equal, operand: tested)]),
                .boolean, span: span)
            return TypedExpression(
                .conditional(test: test, then: then, otherwise: otherwise),
                join(then.type, otherwise.type, at: span), span: span)
        }
    }

    /// Gives parameters that a call leaves out the classes that are their defaults.
    func passDefaultClasses(_ bound: [TypedArgument], to callee: FunctionInfo) {
        for parameter in callee.parameters
        where !bound.contains(where: { $0.parameter == parameter.name }) {
            guard let usual = parameter.defaultValue, usual.isNameOrAttributePath,
                let symbol = program.resolve(usual, in: callee.moduleName),
                let name = program.layerClass(symbol)
            else { continue }
            program.widen(parameter.name, of: callee, with: .classObject([name]))
        }
    }
}

extension Program {
    /// The Python name of the class of layers that a symbol is.
    fileprivate func layerClass(_ symbol: Symbol) -> String? {
        if let library = libraryName(of: symbol) {
            guard let row = table.classes[library], row.isModule, row.initializer != nil else {
                return nil
            }
            return library
        }
        guard case .definition(let origin, let name) = symbol,
            classInfo("\(origin).\(name)")?.kind == .module
        else { return nil }
        return "\(origin).\(name)"
    }

    fileprivate func symbol(ofLayerClass name: String) -> Symbol {
        guard table.classes[name] == nil, let dot = name.lastIndex(of: ".") else {
            return .external(name)
        }
        return .definition(
            module: String(name[..<dot]), name: String(name[name.index(after: dot)...]))
    }
}

extension PythonType {
    /// Whether a value of the type is a class.
    var isClassObject: Bool { if case .classObject = unwrapped { true } else { false } }
}
