import Operations
import PythonSyntax

/// `isinstance`: decided where the types decide it, else asked of the value.
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
        case (.library(let name), .instance(let other)):
            return program.makes(other, under: name) ? .isInstance(value, tested) : known(false)
        case (.instance(let name), .library(let other)):
            return known(program.ancestors(of: name).contains(other))
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
        if case .boolean(let known)? = staticValue(value), value.type == .boolean {
            let isSame = parts[0].operand.kind == .constant(.boolean(known))
            return TypedExpression(
                .constant(.boolean(isSame == (comparison == .equal))), .boolean, span: span)
        }
        let part = TypedComparisonPart(
            comparison: comparison, operand: check(parts[0].operand))
        return TypedExpression(.comparison(value, [part]), .boolean, span: span)
    }

    /// `self.scaled is not self.weight`: whether two names stand for one array, or for one object.
    func checkIdentity(
        _ value: TypedExpression, _ parts: [ComparisonPart], span: SourceSpan
    ) -> TypedExpression? {
        guard parts.count == 1, [.is, .isNot].contains(parts[0].comparison),
            hasIdentity(value.type), value.isStored
        else { return nil }
        let other = check(parts[0].operand, quietly: true)
        guard hasIdentity(other.type), other.isStored else { return nil }
        let part = TypedComparisonPart(
            comparison: parts[0].comparison, operand: check(parts[0].operand))
        return TypedExpression(.comparison(value, [part]), .boolean, span: span)
    }

    /// Whether Swift holds values of a type by reference.
    private func hasIdentity(_ type: PythonType) -> Bool {
        switch type.unwrapped {
        case .array: true
        case .instance(let name): program.classInfo(name)?.kind != .dataclass
        case .library(let name):
            program.table.types[name]?.isModule == true
                || program.table.conformances(of: name).union([name]).contains("KVCache")
        default: false
        }
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
