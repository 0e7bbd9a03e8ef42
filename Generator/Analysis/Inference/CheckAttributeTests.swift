import Operations
import PythonSyntax

/// `hasattr` and `getattr`: decided where the types decide them, else asked of the value.
extension FunctionChecker {
    func checkHasAttribute(_ values: [TypedExpression], span: SourceSpan) -> TypedExpression {
        func known(_ outcome: Bool) -> TypedExpression {
            TypedExpression(.constant(.boolean(outcome)), .boolean, span: span)
        }
        guard values.count == 2, case .constant(.string(let name)) = values[1].kind else {
            report("hasattr", at: span, "only a literal name is supported")
            return known(false)
        }
        let value = values[0]
        switch value.type.unwrapped {
        case .instance(let className):
            guard let info = program.classInfo(className) else { break }
            if info.kind == .dataclass { return known(program.has(name, className: className)) }
            guard let attribute = info.attributes[name] else {
                let isFunction = program.functionAttributes["\(className).\(name)"] != nil
                return known(isFunction || info.methods[name] != nil)
            }
            if attribute.presence == .always { return known(true) }
            // It is there or not by a branch of `__init__`: optional in Swift.
            let held = TypedExpression(
                .attribute(of: value, name: name), attribute.type.madeOptional, span: span)
            return TypedExpression(.isNone(held, negated: true), .boolean, span: span)
        case .library(let typeName):
            if program.table.attribute(name, of: typeName) != nil
                || program.table.method(name, of: typeName) != nil
            {
                if let test = presence(ofCommon: name, in: value, under: typeName, span: span) {
                    return test
                }
                break
            }
            if typeName == "Module", let only = program.table.protocols(with: name).first {
                return TypedExpression(.isInstance(value, .library(only)), .boolean, span: span)
            }
            guard let holders = program.holders(of: name, under: typeName) else { break }
            let tests = holders.map {
                TypedExpression(.isInstance(value, $0), .boolean, span: span)
            }
            switch tests.count {
            case 0: return known(false)
            case 1: return tests[0]
            default: return TypedExpression(.boolean(.or, tests), .boolean, span: span)
            }
        case .either(let names):
            let having = names.filter { program.has(name, className: $0) }
            if having.contains(where: { program.lacksSometimes(name, className: $0) }) { break }
            if having.isEmpty || having.count == names.count { return known(!having.isEmpty) }
            return TypedExpression(
                .isInstance(value, .either(anyOf: having)), .boolean, span: span)
        case .array:
            return known(
                program.table.builtinAttributes["array"]?[name] != nil
                    || program.table.builtinMethods["array"]?[name] != nil)
        case .integer, .float, .boolean, .string, .list, .tuple, .dictionary, .set, .none:
            return known(false)
        default:
            break
        }
        report("hasattr", at: span, type: value.type, "this test is not supported")
        return known(false)
    }

    /// `getattr(x, "name", default)`: the attribute where the type has it, else the default.
    func checkGetAttribute(_ values: [TypedExpression], span: SourceSpan) -> TypedExpression {
        if let known = knownValue(values, span: span) ?? namedAttribute(values, span: span) {
            return known
        }
        report(
            "getattr", at: span, type: values.first?.type, "this attribute is not known",
            hint: "only a literal name on a configuration, a module or a library type is resolved")
        return TypedExpression(.constant(.none), .unknown, span: span)
    }

    private func knownValue(_ values: [TypedExpression], span: SourceSpan) -> TypedExpression? {
        guard values.count >= 2, case .constant(.string(let name)) = values[1].kind else {
            return nil
        }
        let fallback = values.count == 3 ? values[2] : nil
        switch values[0].type.unwrapped {
        case .instance(let className):
            guard let info = program.classInfo(className) else { return nil }
            if let found = attribute(name, of: values[0], span: span) {
                guard info.kind != .dataclass,
                    case .when? = info.attributes[name]?.presence
                else { return found }
                // It is there or not by a branch of `__init__`: optional in Swift.
                guard fallback?.type == PythonType.none else { return nil }
                return TypedExpression(found.kind, found.type.madeOptional, span: span)
            }
        case .library(let typeName):
            if program.table.attribute(name, of: typeName) != nil {
                return commonAttribute(
                    name, of: values[0], under: typeName, otherwise: fallback, span: span)
            }
            guard let holders = program.holders(of: name, under: typeName) else { return nil }
            if !holders.isEmpty {
                return attribute(
                    name, of: values[0], amongst: holders, otherwise: fallback, span: span)
            }
        case .either(let names):
            return commonEntry(name, of: values[0], among: names, default: fallback, span: span)
        case .array, .integer, .float, .string, .boolean, .list, .tuple, .none:
            if let found = attribute(name, of: values[0], span: span) { return found }
        default:
            return nil
        }
        return fallback
    }
}
