import Operations
import PythonSyntax

/// `isinstance`, `hasattr` and `getattr`: decided where the types decide them, else asked of the value.
extension FunctionChecker {
    func checkInstance(_ arguments: [Argument], span: SourceSpan) -> TypedExpression {
        guard arguments.count == 2 else {
            report("isinstance", at: span, "takes two arguments")
            return TypedExpression(.constant(.boolean(false)), .boolean, span: span)
        }
        let value = check(arguments[0].value)
        let classes: [Expression] =
            if case .tuple(let elements) = arguments[1].value.kind { elements } else {
                [arguments[1].value]
            }
        var open: [TypedExpression] = []
        for tested in classes.flatMap({ testedTypes($0) }) {
            expectList(value, ifTestedFor: tested)
            switch instance(value, of: tested, span: span) {
            case .constant(.boolean(true)):
                return TypedExpression(.constant(.boolean(true)), .boolean, span: span)
            case .constant(.boolean(false)):
                continue
            case let kind?:
                // Tuples and lists are one in Swift.
                let test = TypedExpression(kind, .boolean, span: span)
                if !open.contains(test) { open.append(test) }
            case nil:
                report("isinstance", at: span, type: value.type, "this test is not supported")
                return TypedExpression(.constant(.boolean(false)), .boolean, span: span)
            }
        }
        guard let first = open.first else {
            return TypedExpression(.constant(.boolean(false)), .boolean, span: span)
        }
        return open.count == 1
            ? first : TypedExpression(.boolean(.or, open), .boolean, span: span)
    }

    /// The types that a class in the second argument of `isinstance` stands for.
    private func testedTypes(_ expression: Expression) -> [PythonType] {
        guard let symbol = program.resolve(expression, in: module),
            Self.sequences.contains(symbol)
        else { return [testedType(expression)] }
        return [.list(.unknown), .string]
    }

    /// Abstract classes of whatever is a sequence: lists, tuples and strings, but no arrays.
    private static let sequences: Set<Symbol> = [
        .external("collections.abc.Sequence"), .external("typing.Sequence"),
    ]

    /// The type that the second argument of `isinstance` names.
    func testedType(_ expression: Expression) -> PythonType {
        program.type(ofAnnotation: expression, named: "", in: module)
    }

    private func instance(
        _ value: TypedExpression, of tested: PythonType, span: SourceSpan
    ) -> TypedExpressionKind? {
        guard value.type != .unknown, tested != .unknown, !program.tellsRows(value.type) else {
            return nil
        }
        if case .optional(let wrapped) = value.type, wrapped != .json {
            let present = TypedExpression(value.kind, wrapped, span: value.span)
            switch instance(present, of: tested, span: span) {
            case .constant(.boolean(true)): return .isNone(value, negated: true)
            case .isInstance: return .isInstance(value, tested)
            case let known: return known
            }
        }
        func known(_ outcome: Bool) -> TypedExpressionKind { .constant(.boolean(outcome)) }
        switch (value.type.unwrapped, tested) {
        case (.json, .integer), (.json, .float), (.json, .string), (.json, .boolean),
            (.json, .list), (.json, .json):
            return .isInstance(value, tested)
        case (PythonType.mask, .array), (PythonType.mask, .string):
            return .isInstance(value, tested)
        case (.list, .list), (.tuple, .list), (.dictionary, .json), (.boolean, .integer):
            return known(true)
        case (.library("RoPEScaling"), .json):
            return known(true)
        // JSON has integers where a float is expected.
        case (.float, .integer), (.float, .float):
            return value.isComputed ? known(tested == .float) : nil
        case (.library(let name), .library(let other)):
            // A packed or adapted layer is no instance of the plain one's class.
            if name == other, program.table.types[name]?.isReplaced == true {
                return .isInstance(value, tested)
            }
            if name == "Module", other != name, program.table.types[other]?.isModule == true {
                return .isInstance(value, tested)
            }
            if name == other || program.table.conformances(of: name).contains(other) {
                return known(true)
            }
            // Of a protocol any class that conforms; of another class none.
            guard program.table.types[name]?.isProtocol == true else { return known(false) }
            return program.table.conformances(of: other).contains(name)
                ? .isInstance(value, tested) : known(false)
        case (.either(let names), .instance(let other)):
            let matching = names.filter {
                program.classInfo($0)?.ancestry.contains(other) == true
            }
            if matching.isEmpty || matching.count == names.count { return known(!matching.isEmpty) }
            return .isInstance(value, .either(anyOf: matching))
        case (.instance(let name), .instance(let other)):
            return known(program.classInfo(name)?.ancestry.contains(other) == true)
        default:
            return known(value.type.unwrapped == tested)
        }
    }

    /// `x is True` of a truth value, or of a value of a JSON file, which is then no number.
    func checkTruthIdentity(
        _ value: TypedExpression, _ parts: [ComparisonPart], span: SourceSpan
    ) -> TypedExpression? {
        guard parts.count == 1, case .constant(.boolean) = parts[0].operand.kind,
            [.boolean, .json].contains(value.type.unwrapped),
            let comparison: ComparisonOperator =
                switch parts[0].comparison {
                case .is: .equal
                case .isNot: .notEqual
                default: nil
                }
        else { return nil }
        let part = TypedComparisonPart(
            comparison: comparison, operand: check(parts[0].operand))
        return TypedExpression(.comparison(value, [part]), .boolean, span: span)
    }

    /// `self.scaled is not self.weight`: whether two names stand for one array.
    func checkArrayIdentity(
        _ value: TypedExpression, _ parts: [ComparisonPart], span: SourceSpan
    ) -> TypedExpression? {
        guard parts.count == 1, [.is, .isNot].contains(parts[0].comparison),
            value.type.unwrapped == .array, value.isStored
        else { return nil }
        let other = check(parts[0].operand, quietly: true)
        guard other.type.unwrapped == .array, other.isStored else { return nil }
        let part = TypedComparisonPart(
            comparison: parts[0].comparison, operand: check(parts[0].operand))
        return TypedExpression(.comparison(value, [part]), .boolean, span: span)
    }

    // MARK: Attributes by name

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
                return value.type.isOptional
                    ? TypedExpression(.isNone(value, negated: true), .boolean, span: span)
                    : known(true)
            }
            if typeName == "Module", let only = program.table.protocols(with: name).first {
                return TypedExpression(.isInstance(value, .library(only)), .boolean, span: span)
            }
            switch program.classes(with: name, under: typeName) {
            case .none: return known(false)
            case .one(let only):
                return TypedExpression(
                    .isInstance(value, .library(only)), .boolean, span: span)
            case .several: break
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

    /// An attribute where a test tells that it is there, or else the default; `nil` where the attribute itself may be
    /// `None`, so that Swift could not tell the two.
    private func chosen(
        _ attribute: TypedExpression, if test: TypedExpression, otherwise: TypedExpression,
        span: SourceSpan
    ) -> TypedExpression? {
        guard !attribute.type.isOptional,
            let type = attribute.type.joined(with: otherwise.type)
        else { return nil }
        return TypedExpression(
            .conditional(test: test, then: attribute, otherwise: otherwise), type, span: span)
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
            if let row = program.table.attribute(name, of: typeName), values[0].type.isOptional,
                let fallback
            {
                if fallback.type != .none {
                    let test = TypedExpression(
                        .isNone(values[0], negated: true), .boolean, span: span)
                    let present = TypedExpression(
                        values[0].kind, values[0].type.unwrapped, span: span)
                    return attribute(name, of: present, span: span).flatMap {
                        chosen($0, if: test, otherwise: fallback, span: span)
                    }
                }
                // Of None the default is taken; an absent entry is None here as well.
                let cast = TypedExpression(
                    .downcast(values[0], .library(typeName), isForced: false),
                    .optional(.library(typeName)), span: span)
                return TypedExpression(
                    .libraryAttribute(of: cast, swift: row.swift), row.type.madeOptional, span: span
                )
            }
            if program.table.attribute(name, of: typeName) != nil,
                let found = attribute(name, of: values[0], span: span)
            {
                return found
            }
            switch program.classes(with: name, under: typeName) {
            case .none: break
            case .several: return nil
            case .one(let only):
                if let fallback, fallback.type != .none {
                    let test = TypedExpression(
                        .isInstance(values[0], .library(only)), .boolean, span: span)
                    return attribute(name, of: seen(values[0], as: only), span: span).flatMap {
                        chosen($0, if: test, otherwise: fallback, span: span)
                    }
                }
                // Absent is None here, so both give the default.
                let cast = TypedExpression(
                    .downcast(values[0], .library(only), isForced: fallback == nil),
                    fallback == nil ? .library(only) : .optional(.library(only)), span: span)
                guard let found = attribute(name, of: cast, span: span) else { return nil }
                return fallback == nil
                    ? found : TypedExpression(found.kind, found.type.madeOptional, span: span)
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

extension TypedExpression {
    /// Whether a number is computed here, not read from a file: its Python type is certain.
    fileprivate var isComputed: Bool {
        switch kind {
        case .constant, .binary, .call: true
        default: false
        }
    }
}

extension OperationTable {
    /// What a type conforms to, directly or not.
    public func conformances(of type: String) -> Set<String> {
        let own = types[type]?.conforms ?? []
        return own.reduce(into: Set(own)) { $0.formUnion(conformances(of: $1)) }
    }

    enum Candidates {
        case none
        case one(String)
        case several
    }
}

extension Program {
    enum Candidates {
        case none
        case one(String)
        case several
    }

    /// The classes below a protocol that have an attribute or method which the protocol lacks: of those
    /// that the family makes, if it makes any.
    func classes(with member: String, under type: String) -> Candidates {
        classes(under: type) { $0.attributes[member] != nil || $0.methods[member] != nil }
    }

    func classes(
        under type: String, where condition: (LibraryClass) -> Bool
    ) -> Candidates {
        guard table.types[type]?.isProtocol == true else { return .none }
        let all = table.types.values.filter {
            table.conformances(of: $0.swiftName).contains(type) && condition($0)
        }.map(\.swiftName)
        let made = all.filter { madeClasses.contains($0) }
        let names = made.isEmpty ? all : made
        return names.isEmpty ? .none : names.count == 1 ? .one(names[0]) : .several
    }
}

extension ClassInfo {
    /// The class itself and everything that it inherits from, by dotted name.
    var ancestry: Set<String> {
        bases.reduce(into: [dottedName]) { $0.formUnion($1.ancestry) }
    }
}

extension TypedExpression {
    /// Whether it is a name that stands for an object, which no operation makes anew.
    fileprivate var isStored: Bool {
        switch kind {
        case .local, .attribute: true
        default: false
        }
    }
}
