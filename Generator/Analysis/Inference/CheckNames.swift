import Operations
import PythonSyntax

/// Names and attributes.
extension FunctionChecker {
    func checkName(_ name: String, _ expression: Expression) -> TypedExpression {
        let span = expression.span
        if name == selfName, let owner {
            return TypedExpression(.selfObject, .instance(owner.dottedName), span: span)
        }
        if let value = fixedLocals[name] {
            return TypedExpression(.constant(value), value.type, span: span)
        }
        if let type = locals[name] { return TypedExpression(.local(name), type, span: span) }
        if let value = functionNames[name].flatMap({ functionValue($0, span: span) }) {
            return value
        }
        if let symbol = program.resolve(expression, in: module) {
            return checkSymbol(symbol, expression)
        }
        report("name '\(name)'", at: span, "is not defined here")
        return TypedExpression(.local(name), .unknown, span: span)
    }

    func checkSymbol(_ symbol: Symbol, _ expression: Expression) -> TypedExpression {
        let span = expression.span
        if let library = program.libraryName(of: symbol),
            let constant = program.table.constants[library]
        {
            return TypedExpression(.libraryConstant(constant.swift), constant.type, span: span)
        }
        if case .definition(let origin, let name) = symbol,
            let value = constant(name, of: origin, span: span)
        {
            return value
        }
        if let value = program.staticValue(expression, in: module) {
            return TypedExpression(.constant(value), value.type, span: span)
        }
        if let value = classValue(symbol, span: span) ?? functionValue(symbol, span: span) {
            return value
        }
        report(
            "'\(expression.pythonText)'", at: span, "is not known to the compiler",
            hint: "add a row to Generator/Operations/Tables")
        return TypedExpression(.constant(.none), .unknown, span: span)
    }

    func checkAttribute(_ base: Expression, _ name: String, _ expression: Expression)
        -> TypedExpression
    {
        let span = expression.span
        if let root = expression.rootName, locals[root] == nil, root != selfName,
            let symbol = program.resolve(expression, in: module)
        {
            return checkSymbol(symbol, expression)
        }
        if let value = constantOfClass(expression, span: span) { return value }
        let object = check(base)
        if let found = attribute(name, of: object, span: span) { return found }
        if object.type != .unknown {
            reportUnknown("attribute", name, of: object, span: span)
        }
        return TypedExpression(.attribute(of: object, name: name), .unknown, span: span)
    }

    /// The attribute of a typed value, if its type has one of that name.
    func attribute(_ name: String, of object: TypedExpression, span: SourceSpan) -> TypedExpression?
    {
        switch object.type.unwrapped {
        case .instance(let className):
            guard let info = program.classInfo(className) else { return nil }
            if let symbol = program.functionAttributes["\(className).\(name)"] {
                return functionValue(symbol, span: span)
            }
            if let method = info.methods[name], method.isProperty {
                reach(method)
                return TypedExpression(
                    .property(of: object, name: name), method.resultType, span: span)
            }
            if name == "training", info.kind == .module, info.attributes[name] == nil {
                // Nothing trains here.
                return TypedExpression(.constant(.boolean(false)), .boolean, span: span)
            }
            let field = info.fields.first { $0.name == name }
            let assigned = info.attributes[name]?.type
            if field == nil, assigned == nil, let inherited = program.inherited(name, by: info) {
                return TypedExpression(
                    .libraryAttribute(of: object, swift: inherited.swift), inherited.type,
                    span: span)
            }
            guard field != nil || assigned != nil else {
                return mixedIn(name, info, object, span: span)
                    ?? constant(name, of: info, span: span)
            }
            noteRead(name, of: className)
            let isFilling =
                owner?.dottedName == className && function.definition.name == "__post_init__"
            let type =
                field.map { program.fieldType($0, of: info, isFilled: !isFilling) } ?? assigned!
            return TypedExpression(.attribute(of: object, name: name), type, span: span)
        case .either(let names):
            return attribute(name, ofEither: names, object, span: span)
        case .string, .integer, .float, .boolean, .list, .tuple, .none:
            return nil
        case .array where name == "shape", PythonType.hostArray where name == "shape":
            return TypedExpression(.shape(object), .list(.integer), span: span)
        case .array:
            guard let row = program.table.builtinAttributes["array"]?[name] else { return nil }
            return TypedExpression(
                .libraryAttribute(of: object, swift: row.swift), row.type, span: span)
        case .library(let typeName):
            if name == "training", program.table.types[typeName]?.isModule == true {
                return TypedExpression(.constant(.boolean(false)), .boolean, span: span)
            }
            if let row = program.table.attribute(name, of: typeName) {
                return TypedExpression(
                    .libraryAttribute(of: object, swift: row.swift), row.type, span: span)
            }
            if object.type.unwrapped == .mask {
                // Of what a mask may be, arrays alone have attributes.
                let array = TypedExpression(object.kind, .array, span: object.span)
                return attribute(name, of: array, span: span)
            }
            return memberOfOnlyClass(name, of: object, typeName, span: span)
        default:
            return nil
        }
    }

    /// An attribute that a base class of a library brings.
    private func mixedIn(
        _ name: String, _ info: ClassInfo, _ object: TypedExpression, span: SourceSpan
    ) -> TypedExpression? {
        guard let row = info.mixins.lazy.compactMap({ $0.attributes[name] }).first else {
            return nil
        }
        switch row.meaning {
        case .read:
            return TypedExpression(
                .libraryAttribute(of: object, swift: row.swift), row.type, span: span)
        case .constant(let value):
            return TypedExpression(.constant(.integer(value)), .integer, span: span)
        case .alias(let other):
            return attribute(other, of: object, span: span)
        }
    }

    /// What only one class below a protocol has is taken as that class's: Python would fail for others.
    private func memberOfOnlyClass(
        _ name: String, of object: TypedExpression, _ typeName: String, span: SourceSpan
    ) -> TypedExpression? {
        program.onlyClass(with: name, under: typeName).flatMap {
            attribute(name, of: seen(object, as: $0), span: span)
        }
    }

    /// The truth of a value that is a literal, or decided by a folded test.
    func knownTruth(_ value: TypedExpression) -> Bool? {
        switch value.kind {
        case .constant(.boolean(let known)): known
        case _ where value.type == .none: false
        case _ where value.type.isClassObject && !value.type.isOptional: true
        default: nil
        }
    }
}
