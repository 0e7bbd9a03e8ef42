import Operations
import PythonSyntax

extension FunctionChecker {
    /// Infers an expression's type and resolves what it names.
    func check(_ expression: Expression) -> TypedExpression {
        let typed = checkUnnarrowed(expression)
        guard let type = narrowed[expression] else { return typed }
        return TypedExpression(typed.kind, type, span: typed.span)
    }

    func checkUnnarrowed(_ expression: Expression) -> TypedExpression {
        let span = expression.span
        func typed(_ kind: TypedExpressionKind, _ type: PythonType) -> TypedExpression {
            TypedExpression(kind, type, span: span)
        }
        switch expression.kind {
        case .name(let name):
            return checkName(name, expression)
        case .constant(let constant):
            return typed(.constant(constant), constant.type)
        case .attribute(let base, let name):
            return checkAttribute(base, name, expression)
        case .subscript(let base, let index):
            return checkSubscript(base, index, span: span)
        case .call(let callee, let arguments):
            return checkCall(callee, arguments, expression)
        case .unary(let operation, let operand):
            let value = check(operand)
            if operation == .not, let known = knownTruth(value) {
                return typed(.constant(.boolean(!known)), .boolean)
            }
            return typed(
                .unary(operation, value), operation == .not ? .boolean : value.type.unwrapped)
        case .binary(let left, let operation, let right):
            let (left, right) = (repeated(check(left), operation), check(right))
            if let host = checkHostOperator(left, operation, right, span: span) { return host }
            return typed(
                .binary(left, operation, right),
                binaryType(left.type, operation, right.type, exponent: right, at: span))
        case .boolean(let operation, let operands):
            return checkBoolean(operation, operands, span: span)
        case .comparison(let left, let parts):
            return checkComparison(left, parts, span: span)
        case .conditional(let test, let then, let otherwise):
            if let read = keywordChoice(test, then, otherwise) { return check(read) }
            let narrowing = narrowing(by: test)
            refuteTensor(testedBy: test)
            let typedTest = check(test)
            let outcome = staticOutcome(typedTest)
            let typedThen = withNarrowing(narrowing.whenTrue) {
                check(then, quietly: outcome == false)
            }
            let typedOtherwise = withNarrowing(narrowing.whenFalse) {
                check(otherwise, quietly: outcome == true)
            }
            if let outcome {
                return outcome ? typedThen : typedOtherwise
            }
            if let mixed = mixedType(typedThen, typedOtherwise) {
                return typed(
                    .conditional(test: typedTest, then: typedThen, otherwise: typedOtherwise),
                    mixed)
            }
            let (first, second) = asArrays(typedThen, typedOtherwise, span: span)
            let type = join(first.type, second.type, at: span)
            return typed(.conditional(test: typedTest, then: first, otherwise: second), type)
        case .tuple(let elements):
            if let list = unpackedList(elements, span: span) { return list }
            let elements = elements.map { check($0) }
            if elements.count == 1, !elements[0].type.isOptional {
                // Swift has no tuple of one element; a list gives what is asked of it.
                return typed(.list(elements), .list(elements[0].type))
            }
            return typed(.tuple(elements), .tuple(elements.map(\.type)))
        case .list(let elements):
            return checkListDisplay(elements, span: span)
        case .set(let elements):
            let elements = elements.map { check($0) }
            let element = elements.reduce(PythonType.unknown) { join($0, $1.type, at: $1.span) }
            return typed(.set(elements), .set(element))
        case .dictionary(let items):
            return checkDictionary(items, span: span)
        case .comprehension(let kind, let element, let value, let clauses):
            return checkComprehension(kind, element, value, clauses, span: span)
        case .formattedString(let parts):
            return typed(.formattedString(parts.map(checkPart)), .string)
        case .lambda(let parameters, let body):
            return checkLambda(parameters, body, span: span)
        default:
            report(expression.constructName, at: span, "this expression is not supported")
            return typed(.constant(.none), .unknown)
        }
    }

    func join(_ left: PythonType, _ right: PythonType, at span: SourceSpan) -> PythonType {
        if let joined = left.joined(with: right) { return joined }
        if let scaling = commonScaling(left, right) { return scaling }
        if let common = commonProtocol(left, right) ?? commonJSON(left, right) { return common }
        if let either = alternatives(left, right) ?? program.configurations(left, right) {
            return either
        }
        if let common = commonList(left, right) { return common }
        report(
            "values of different types", at: span, "\(left) and \(right) meet here",
            hint: "make both branches the same type, or add an override")
        return left
    }

    /// Lists, and lists of such, whose elements have a protocol in common.
    private func commonList(_ left: PythonType, _ right: PythonType) -> PythonType? {
        guard case .list(let first) = left, case .list(let second) = right else { return nil }
        let common =
            first.joined(with: second) ?? commonProtocol(first, second)
            ?? alternatives(first, second) ?? program.configurations(first, second)
            ?? commonList(first, second)
        return common.map { .list($0) }
    }

    /// `KVCacheSimple` and `RotatingKVCache` are both `KVCache`; layers of one array are `UnaryLayer`.
    func commonProtocol(_ left: PythonType, _ right: PythonType) -> PythonType? {
        let common = conformances(left.unwrapped).intersection(conformances(right.unwrapped))
        guard let name = common.sorted().first else { return nil }
        for type in [left.unwrapped, right.unwrapped] {
            if case .instance(let className) = type { program.conform(className, to: name) }
        }
        let joined = PythonType.library(name)
        return left.isOptional || right.isOptional ? joined.madeOptional : joined
    }

    /// The same for two classes of a library.
    func commonLibraryProtocol(_ left: PythonType, _ right: PythonType) -> PythonType? {
        guard case .library = left.unwrapped, case .library = right.unwrapped,
            left.unwrapped != right.unwrapped, !left.isOptional, !right.isOptional
        else { return nil }
        return commonProtocol(left, right)
    }

    private func conformances(_ type: PythonType) -> Set<String> {
        switch type {
        case .library(let name):
            return Set((program.table.types[name]?.conforms ?? []) + [name])
        case .instance(let className):
            if let info = program.classInfo(className), let layer = info.extendedObject {
                return program.table.conformances(of: layer.swiftName).union([layer.swiftName])
            }
            guard let info = program.classInfo(className), info.kind == .module,
                let call = info.methods["__call__"],
                call.keywordsName == nil || call.ignoresKeywords
            else { return [] }
            switch call.parameters.count {
            case 1: return ["UnaryLayer"]
            case 2 where call.parameters[1].name == "offset": return ["RotaryEmbedding"]
            case 2 where call.parameters[1].name == "gate": return ["GatedActivation"]
            default: return []
            }
        default:
            return []
        }
    }

    // MARK: Names and attributes

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
        guard case .one(let only) = program.classes(with: name, under: typeName),
            let row = program.table.attribute(name, of: only)
        else { return nil }
        let cast = TypedExpression(
            .downcast(object, .library(only), isForced: true), .library(only), span: span)
        return TypedExpression(.libraryAttribute(of: cast, swift: row.swift), row.type, span: span)
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

    // MARK: Operators

    /// `(0,) * n`: a tuple that is repeated is a list.
    private func repeated(_ value: TypedExpression, _ operation: BinaryOperator) -> TypedExpression
    {
        guard operation == .multiply, case .tuple(let elements) = value.kind,
            let first = elements.first?.type, elements.allSatisfy({ $0.type == first })
        else { return value }
        return TypedExpression(.list(elements), .list(first), span: value.span)
    }

    func binaryType(
        _ left: PythonType, _ operation: BinaryOperator, _ right: PythonType,
        exponent: TypedExpression? = nil, at span: SourceSpan
    ) -> PythonType {
        let (left, right) = (left.unwrapped, right.unwrapped)
        switch (left, right) {
        case (.unknown, _), (_, .unknown):
            return left == .array || right == .array ? .array : .unknown
        case (PythonType.numberOrArray, .array)
        where ![.add, .subtract, .multiply].contains(operation),
            (.array, PythonType.numberOrArray)
        where ![.add, .subtract, .multiply].contains(operation):
            report(
                "operator '\(operation.rawValue)'", at: span,
                "is not supported with what may be an array or a number")
            return .array
        case (.array, _), (_, .array): return .array
        case (.list(let a), .list(let b)) where operation == .add:
            if program.tellsRows(left) {
                report(
                    "operator '+'", at: span, type: left,
                    "joins lists, but one of these may be an array in Python")
            }
            return .list(join(a, b, at: span))
        case (.list(let element), .tuple(let elements)) where operation == .add,
            (.tuple(let elements), .list(let element)) where operation == .add:
            // What a tuple is added to is one in Python: a shape, and None is no size.
            let sizes = element == .integer ? elements.map(\.unwrapped) : elements
            return .list(sizes.reduce(element) { join($0, $1, at: span) })
        case (.tuple(let a), .tuple(let b)) where operation == .add:
            return .list((a + b).reduce(.unknown) { join($0, $1, at: span) })
        case (.set(let a), .set(let b)) where [.subtract, .bitAnd, .bitOr].contains(operation),
            // What is no list in Python: the keys of a dictionary.
            (.set(let a), .list(let b)) where operation == .subtract:
            return .set(join(a, b, at: span))
        case (.json, .float), (.float, .json): return .float
        case (.json, .integer), (.integer, .json), (.json, .json):
            // A quotient and a power of JSON numbers are floats whichever numbers they are. What else
            // they are, the place of the result tells.
            return operation == .divide || operation == .power ? .float : .json
        case (.list, .integer) where operation == .multiply: return left
        case (.integer, .list) where operation == .multiply: return right
        case (.string, .string) where operation == .add: return .string
        case (.boolean, .boolean) where [.bitAnd, .bitOr, .bitXor].contains(operation):
            return .boolean
        case (.integer, .integer), (.boolean, .integer), (.integer, .boolean), (.boolean, .boolean):
            if operation == .divide { return .float }
            if operation == .power {
                // An integer to a negative power is a float; only a literal exponent tells.
                if let exponent, case .constant(.integer(let value)) = exponent.kind, value >= 0 {
                    return .integer
                }
                if let exponent, case .unary(.minus, _) = exponent.kind { return .float }
            }
            return .integer
        case (.float, .integer), (.integer, .float), (.float, .float), (.float, .boolean),
            (.boolean, .float):
            return .float
        default:
            report(
                "operator '\(operation.rawValue)'", at: span,
                "is not supported between \(left) and \(right)")
            return .unknown
        }
    }

    func checkBoolean(
        _ operation: BooleanOperator, _ operands: [Expression], span: SourceSpan
    ) -> TypedExpression {
        var typed: [TypedExpression] = []
        let saved = narrowed
        for (index, operand) in operands.enumerated() {
            let value = check(operand)
            if operation == .and, index < operands.count - 1,
                case .constant(.string(let text)) = value.kind, !text.isEmpty
            {
                continue
            }
            let narrowing = narrowing(by: operand)
            narrowed.merge(operation == .and ? narrowing.whenTrue : narrowing.whenFalse) { _, new in
                new
            }
            if let known = knownTruth(value) {
                if known == (operation == .and) { continue }
                narrowed = saved
                if typed.isEmpty { return value }
                // What follows is never evaluated.
                typed.append(value)
                break
            }
            typed.append(value)
        }
        narrowed = saved
        guard let first = typed.first else {
            return TypedExpression(.constant(.boolean(operation == .and)), .boolean, span: span)
        }
        guard typed.count > 1 else { return first }
        if operation == .or, !typed.allSatisfy({ $0.type == .boolean }) {
            // `a or b` is `a` only where `a` is true, so never where it is None.
            let last = typed[typed.count - 1].type
            for value in typed.dropLast() {
                refuteTensor(value)
                learnElement(of: value, from: last)
            }
            let type = typed.dropLast().reduce(last) { join($0, $1.type.unwrapped, at: span) }
            return TypedExpression(.boolean(.or, typed), type, span: span)
        }
        if operation == .and, typed.count == 2, typed[0].type == .boolean, typed[1].type == .integer
        {
            return TypedExpression(.boolean(.and, typed), .integer, span: span)
        }
        return TypedExpression(.boolean(operation, typed), .boolean, span: span)
    }

    func checkComparison(
        _ left: Expression, _ parts: [ComparisonPart], span: SourceSpan
    ) -> TypedExpression {
        if parts.count == 1, parts[0].operand.kind == .constant(.none) {
            let negated = [.isNot, .notEqual].contains(parts[0].comparison)
            if let absence = checkAbsence(left, negated: negated, span: span) { return absence }
            let tested = check(left)
            let whole = absentWhole(of: tested)
            if let whole, negated {
                return TypedExpression(.isInstance(whole.value, whole.type), .boolean, span: span)
            }
            let value = whole?.value ?? tested
            if value.type == .none {
                return TypedExpression(.constant(.boolean(!negated)), .boolean, span: span)
            }
            let canBeNone =
                value.type.isOptional || value.type == .mask || value.type == .unknown
                || value.type == .json
            if !canBeNone {
                return TypedExpression(.constant(.boolean(negated)), .boolean, span: span)
            }
            if let constant = staticValue(value), constant != .string("") {
                return TypedExpression(
                    .constant(.boolean((constant == .none) != negated)), .boolean, span: span)
            }
            return TypedExpression(.isNone(value, negated: negated), .boolean, span: span)
        }
        if let membership = fieldMembership(left, parts, span: span)
            ?? attributeMembership(left, parts)
        {
            return membership
        }
        let first = check(left)
        if let identity = checkTruthIdentity(first, parts, span: span) { return identity }
        if parts.contains(where: { [.is, .isNot].contains($0.comparison) }) {
            report(
                "'is'", at: span, type: first.type, "identity is only supported as a test for None")
        }
        let rest = parts.map {
            TypedComparisonPart(comparison: $0.comparison, operand: check($0.operand))
        }
        if rest.count == 1, let left = first.knownInteger,
            let right = rest[0].operand.knownInteger,
            let outcome = rest[0].comparison.outcome(left, right)
        {
            return TypedExpression(.constant(.boolean(outcome)), .boolean, span: span)
        }
        let operands = ([first] + rest.map(\.operand)).map(\.type.unwrapped)
        if rest.contains(where: { [.equal, .notEqual].contains($0.comparison) }),
            operands.contains(.string),
            operands.contains(where: { $0 == .integer || $0 == .float }),
            !([first] + rest.map(\.operand)).contains(where: overruleAnnotation)
        {
            report(
                "comparison", at: span, "a number is never equal to a string",
                hint: "if the annotation does not tell the truth, an override can state the type")
        }
        let isHost = operands.contains(.hostArray)
        let isArray = operands.contains(.array)
        let isMembership = rest.contains { $0.comparison == .in || $0.comparison == .notIn }
        if isMembership { checkIdentity(of: first, in: rest[0].operand.type) }
        return TypedExpression(
            .comparison(first, rest),
            isMembership ? .boolean : isArray ? .array : isHost ? .hostArray : .boolean, span: span)
    }
}

extension Program {
    /// The type of a dataclass field: its annotation, widened by its default.
    ///
    /// - Parameter isFilled: whether `__post_init__` has run, which may fill what was `None`.
    func fieldType(_ field: DataclassField, of info: ClassInfo, isFilled: Bool = true) -> PythonType
    {
        var annotated = type(ofAnnotation: field.annotation, named: field.name, in: info.moduleName)
        if annotated == .integer, fractions.contains(field.name) { annotated = .float }
        // `Any` is whatever the file holds.
        let stated =
            statedFields["\(info.dottedName).\(field.name)"]
            ?? (annotated == .unknown
                ? field.name.hasPrefix("rope_") ? .library("RoPEScaling") : .json : annotated)
        let usual = field.defaultValue?.constantType ?? field.defaultValue?.displayedType
        let defaulted = stated.defaulted(by: usual)
        // A bare `list` says nothing of its elements; what `__post_init__` assigns does.
        let assigned = info.attributes[field.name]?.type ?? .unknown
        let filled =
            (defaulted.listsUnknown ? defaulted.joined(with: assigned) ?? defaulted : defaulted)
            .knowingElements
        if optionalFields.contains("\(info.dottedName).\(field.name)") {
            return filled.madeOptional
        }
        return isFilled && info.resolvedFields.contains(field.name) ? filled.unwrapped : filled
    }
}

extension Expression {
    /// The type of a list or tuple of literals.
    fileprivate var displayedType: PythonType? {
        switch kind {
        case .tuple(let elements), .list(let elements):
            let types = elements.map(\.constantType)
            let common = types.reduce(PythonType?.some(.unknown)) { common, next in
                next.flatMap { common?.joined(with: $0) }
            }
            return common.map { .list($0) }
        default:
            return nil
        }
    }
}

extension PythonType {
    /// The type of a field that is annotated with it and has a default of another type: any value, where a list is
    /// stated and a number or a text stands for it.
    fileprivate func defaulted(by type: PythonType?) -> PythonType {
        guard let type else { return self }
        if let joined = joined(with: type) { return joined }
        switch (unwrapped, type) {
        case (.list, .integer), (.list, .float), (.list, .boolean), (.list, .string): return .json
        default: return self
        }
    }

    /// Whether it is a list of nobody knows what.
    fileprivate var listsUnknown: Bool {
        if case .list(let element) = unwrapped {
            element == .unknown || element.listsUnknown
        } else {
            false
        }
    }

    /// The type with lists of JSON values where nothing says of what they are.
    fileprivate var knowingElements: PythonType {
        switch self {
        case .optional(let wrapped): .optional(wrapped.knowingElements)
        case .unknown: .json
        case .list(.unknown): .list(.json)
        case .tuple(let elements):
            .list(
                elements.reduce(PythonType?.some(.unknown)) { type, element in
                    type.flatMap { $0.joined(with: element) }
                }?.knowingElements ?? .json)
        case .list(let element): .list(element.knowingElements)
        default: self
        }
    }
}

extension OperationTable {
    /// A type's attribute, its own or that of something it conforms to.
    public func attribute(_ name: String, of type: String) -> LibraryAttribute? {
        guard let row = types[type] else { return nil }
        return row.attributes[name]
            ?? row.conforms.lazy.compactMap { self.attribute(name, of: $0) }.first
    }

    /// The protocols of Swift that ask for a method and name nothing else.
    func protocols(with method: String) -> [String] {
        types.values.filter { $0.isProtocol && $0.python == nil && $0.methods[method] != nil }
            .map(\.swiftName).sorted()
    }

    /// A type's method, its own or that of something it conforms to.
    public func method(_ name: String, of type: String) -> Operation? {
        guard let row = types[type] else { return nil }
        return row.methods[name] ?? row.conforms.lazy.compactMap { self.method(name, of: $0) }.first
    }

    /// How instances of a type are called.
    public func call(of type: String) -> Operation? {
        guard let row = types[type] else { return nil }
        return row.call ?? row.conforms.lazy.compactMap { self.call(of: $0) }.first
    }
}
