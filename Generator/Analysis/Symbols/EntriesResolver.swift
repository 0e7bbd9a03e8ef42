import PythonSyntax

/// Puts dictionaries in the place of the configurations that a `from_dict` makes.
struct EntriesResolver {
    let program: Program
    let owner: ClassInfo
    let module: String
    let receiver: String
    let parameter: String
    /// Whether `super().from_dict(…)` is that of another configuration.
    var extendsDecoding = false
    var problems: [FunctionProblem] = []
    /// The locals that are the names of a class's fields.
    private var fieldNames: [String: Expression] = [:]
    /// The classes that locals were made instances of, where Swift has the dictionary.
    private var classes: [String: ClassInfo] = [:]

    init(
        program: Program, owner: ClassInfo, module: String, receiver: String, parameter: String
    ) {
        self.program = program
        self.owner = owner
        self.module = module
        self.receiver = receiver
        self.parameter = parameter
    }

    mutating func resolved(_ block: [Statement]) -> [Statement] {
        block.flatMap { resolved($0) }
    }

    private mutating func resolved(_ statement: Statement) -> [Statement] {
        let span = statement.span
        switch statement.kind {
        case .import(let aliases) where aliases.allSatisfy { $0.name == "inspect" }:
            return []
        case .return(let value?):
            return entries(value, span: span)
        case .delete(let targets):
            return targets.map { target in
                guard case .subscript(let base, let key) = target.kind else { return statement }
                let pop = Expression(.attribute(of: base, name: "pop"), span: target.span)
                return Statement(
                    .expression(
                        Expression(
                            .call(function: pop, arguments: [Argument(.positional, key)]),
                            span: target.span)), span: span)
            }
        case .assign(let targets, let value) where targets.count == 1:
            if let name = targets[0].simpleName {
                if let fields = fieldsClass(value) {
                    fieldNames[name] = fields
                    return []
                }
                let new = resolved(value)
                classes[name] = decoded(value)?.kind
                return assigned(name, new, target: targets[0], span: span)
            }
            checkPart(targets[0], value)
            return [Statement(.assign(targets: targets, value: resolved(value)), span: span)]
        default:
            break
        }
        var inner = self
        defer { self = inner }
        return [
            statement.rewritten({ self.resolved($0) }, block: { inner.resolved($0) })
        ]
    }

    /// `name = value`, entry by entry where the value is `{**a, "k": b}`.
    private func assigned(
        _ name: String, _ value: Expression, target: Expression, span: SourceSpan
    ) -> [Statement] {
        guard case .dictionary(let items) = value.kind, items.contains(where: { $0.key == nil }),
            !items.dropFirst().contains(where: { $0.value.mentions(name: name) })
                || items[0].value.simpleName == name
        else {
            return value.simpleName == name
                ? [] : [Statement(.assign(targets: [target], value: value), span: span)]
        }
        return items.enumerated().compactMap { index, item in
            if index == 0, item.key == nil {
                if item.value.simpleName == name { return nil }
                return Statement(.assign(targets: [target], value: item.value), span: span)
            }
            if index == 0 {
                return Statement(
                    .assign(
                        targets: [target], value: Expression(.dictionary([item]), span: span)),
                    span: span)
            }
            if let key = item.key {
                return Statement(
                    .assign(targets: [Expression.entry(key, of: target)], value: item.value),
                    span: span)
            }
            let update = Expression(.attribute(of: target, name: "update"), span: span)
            return Statement(
                .expression(
                    Expression(
                        .call(function: update, arguments: [Argument(.positional, item.value)]),
                        span: span)), span: span)
        }
    }

    // MARK: What is given

    /// `return cls(part=…, **params)` as changes of the dictionary, and the dictionary.
    private mutating func entries(_ value: Expression, span: SourceSpan) -> [Statement] {
        guard case .call(let callee, let arguments) = value.kind else {
            return unsupported(value, span: span)
        }
        if case .attribute(let base, "from_dict") = callee.kind, arguments.count == 1,
            case .call(let name, _) = base.kind, name.simpleName == "super", !extendsDecoding
        {
            return given(resolved(arguments[0].value), parts: [], span: span)
        }
        guard callee.simpleName == receiver else { return unsupported(value, span: span) }
        var parts: [(name: String, value: Expression)] = []
        var rest: Expression?
        for argument in arguments {
            switch argument.label {
            case .keyword(let name):
                let field = Expression(
                    .constant(.string(name)), span: argument.value.span)
                checkPart(
                    .entry(field, of: Expression(.name(parameter), span: span)), argument.value)
                parts.append((name, resolved(argument.value)))
            case .doubleStarred where rest == nil:
                rest = argument.value
            default:
                return unsupported(value, span: span)
            }
        }
        guard let rest else {
            let items = parts.map {
                DictionaryItem(
                    key: Expression(.constant(.string($0.name)), span: span), value: $0.value)
            }
            let all = Expression(.dictionary(items), span: value.span)
            return [Statement(.return(all), span: span)]
        }
        let source = filtered(rest, besides: Set(parts.map(\.name))) ?? resolved(rest)
        return given(source, parts: parts, span: span)
    }

    private func given(
        _ source: Expression, parts: [(name: String, value: Expression)], span: SourceSpan
    ) -> [Statement] {
        var result: [Statement] = []
        var target = source
        if source.simpleName == nil {
            if parts.isEmpty, !source.isOpenDictionary {
                return [Statement(.return(source), span: span)]
            }
            target = Expression(.name("entries"), span: span)
            result = assigned("entries", source, target: target, span: span)
        }
        for part in parts {
            let key = Expression(.constant(.string(part.name)), span: part.value.span)
            let place = Expression.entry(key, of: target)
            // What is there already.
            if part.value == place || part.value.isEntry(part.name, of: target) { continue }
            result.append(
                Statement(.assign(targets: [place], value: part.value), span: part.value.span))
        }
        return result + [Statement(.return(target), span: span)]
    }

    private mutating func unsupported(_ value: Expression, span: SourceSpan) -> [Statement] {
        problems.append(
            FunctionProblem(
                construct: "'\(value.pythonText)'", span: value.span,
                message: "a 'from_dict' has to give an instance of its own class",
                hint: "'cls(…)' and 'super().from_dict(…)' do"))
        return [Statement(.return(Expression(.name(parameter), span: span)), span: span)]
    }

    /// An entry that the method makes an instance of a class has to be a field of that class.
    private mutating func checkPart(_ place: Expression, _ value: Expression) {
        let made = value.simpleName.flatMap { classes[$0] } ?? decoded(value)?.kind
        guard let made, case .subscript(let base, let key) = place.kind,
            base.simpleName == parameter, case .constant(.string(let name)) = key.kind,
            let field = owner.fields.first(where: { $0.name == name })
        else { return }
        let type = program.type(
            ofAnnotation: field.annotation, named: name, in: owner.moduleName)
        guard case .instance(let stated) = type.unwrapped, stated != made.dottedName else { return }
        problems.append(
            FunctionProblem(
                construct: "'\(value.pythonText)'", span: value.span,
                message: "makes an instance of another class than the field '\(name)' states",
                hint: nil))
    }

    // MARK: Expressions

    private func resolved(_ expression: Expression) -> Expression {
        expression.rewritten { replacement($0) }
    }

    private func replacement(_ expression: Expression) -> Expression? {
        if let part = decoded(expression) { return part.source }
        switch expression.kind {
        case .comparison(let key, let parts) where parts.count == 1:
            guard [.in, .notIn].contains(parts[0].comparison),
                let fields = fieldsClass(parts[0].operand)
            else { return nil }
            let part = ComparisonPart(parts[0].comparison, fields)
            return Expression(.comparison(key, [part]), span: expression.span)
        case .call(let callee, let arguments)
        where callee.simpleName == "dict" && arguments.count == 1
            && arguments[0].label == .positional:
            return copied(arguments[0].value)
        default:
            return nil
        }
    }

    /// What `dict(value)` gives: dictionaries are values in Swift.
    private func copied(_ value: Expression) -> Expression {
        if case .boolean(.or, let operands) = value.kind, operands.count == 2,
            operands[0].simpleName == parameter, operands[1].kind == .dictionary([])
        {
            return operands[0]
        }
        return value.filteredEntries ?? value
    }

    /// The class whose fields' names an expression is, and the canonical form of such an expression.
    private func fieldsClass(_ expression: Expression) -> Expression? {
        if let name = expression.simpleName { return fieldNames[name] }
        let name: Expression
        switch expression.kind {
        case .attribute(let base, "__dataclass_fields__"):
            name = base
        case .attribute(let base, "parameters"):
            guard case .call(let callee, let arguments) = base.kind,
                callee.lastComponent == "signature", arguments.count == 1
            else { return nil }
            name = arguments[0].value
        case .comprehension(.set, let element, nil, let clauses):
            guard clauses.count == 1, clauses[0].conditions.isEmpty,
                case .attribute(let field, "name") = element.kind,
                field.simpleName == clauses[0].target.simpleName,
                case .call(let callee, let arguments) = clauses[0].iterable.kind
            else { return nil }
            if case .attribute(let fields, "values") = callee.kind { return fieldsClass(fields) }
            guard callee.lastComponent == "fields", arguments.count == 1 else { return nil }
            name = arguments[0].value
        default:
            return nil
        }
        guard dataclass(name) != nil else { return nil }
        return Expression(
            .attribute(of: name, name: "__dataclass_fields__"), span: expression.span)
    }

    private func dataclass(_ expression: Expression) -> ClassInfo? {
        if expression.simpleName == receiver { return owner }
        guard case .definition(let origin, let name)? = program.resolve(expression, in: module),
            let info = program.classInfo("\(origin).\(name)"), info.kind == .dataclass
        else { return nil }
        return info
    }

    /// `Part.from_dict(source)`, `Part(**source)` and what helpers make of these.
    private func decoded(_ expression: Expression) -> (kind: ClassInfo, source: Expression)? {
        guard case .call(let callee, let arguments) = expression.kind else { return nil }
        if case .attribute(let base, "from_dict") = callee.kind, base.simpleName != receiver,
            let kind = dataclass(base), arguments.count == 1
        {
            return (kind, arguments[0].value)
        }
        if let kind = dataclass(callee), callee.simpleName != receiver {
            if arguments.isEmpty {
                return (kind, Expression(.dictionary([]), span: expression.span))
            }
            guard arguments.count == 1, arguments[0].label == .doubleStarred else { return nil }
            let source = arguments[0].value
            return (kind, filtered(source, besides: []) ?? source)
        }
        guard let helper = helper(callee, arguments), let kind = dataclass(helper.kind),
            helper.kind.simpleName != receiver, helper.isDecoding
        else { return nil }
        return (kind, helper.source)
    }

    /// The dictionary of which `{k: v for k, v in d.items() if k in fields and k not in ("a", "b")}` leaves
    /// what the class does not take, which decoding does as well.
    private func filtered(_ expression: Expression, besides taken: Set<String>) -> Expression? {
        if case .call(let callee, let arguments) = expression.kind,
            let helper = helper(callee, arguments), dataclass(helper.kind) != nil,
            !helper.isDecoding
        {
            return helper.source
        }
        guard let (source, key, conditions) = expression.entriesComprehension else { return nil }
        let isExpected = conditions.allSatisfy { condition in
            guard case .comparison(let tested, let parts) = condition.kind, parts.count == 1,
                tested.simpleName == key
            else { return false }
            switch parts[0].comparison {
            case .in: return fieldsClass(parts[0].operand) != nil
            case .notIn:
                guard let names = parts[0].operand.stringElements else { return false }
                return taken.isSuperset(of: names)
            default: return false
            }
        }
        return isExpected ? source : nil
    }

    /// A call of a function `f(cls, params)` that decodes the dictionary as the class, or leaves what the class
    /// does not take.
    private func helper(_ callee: Expression, _ arguments: [Argument])
        -> (kind: Expression, source: Expression, isDecoding: Bool)?
    {
        guard case .definition(let origin, let name)? = program.resolve(callee, in: module),
            let (function, _) = try? program.scope(origin).functions[name],
            arguments.count >= 2, arguments[0].label == .positional,
            arguments[1].label == .positional, function.parameters.all.count >= 2
        else { return nil }
        let (kind, source) = (function.parameters.all[0].name, function.parameters.all[1].name)
        let results = function.body.returnedExpressions
        guard !results.isEmpty, !function.body.boundNames.contains(source) else { return nil }
        func isFiltering(_ result: Expression) -> Bool {
            guard let (entries, key, conditions) = result.entriesComprehension,
                entries.simpleName == source, conditions.count == 1,
                case .comparison(let tested, let parts) = conditions[0].kind,
                tested.simpleName == key, parts.count == 1, parts[0].comparison == .in
            else { return false }
            switch parts[0].operand.kind {
            case .attribute(let base, "__dataclass_fields__"): return base.simpleName == kind
            case .attribute(let base, "parameters"):
                guard case .call(_, let signature) = base.kind else { return false }
                return signature.first?.value.simpleName == kind
            default: return false
            }
        }
        func isDecoding(_ result: Expression) -> Bool {
            guard case .call(let called, let given) = result.kind, called.simpleName == kind,
                given.count == 1, given[0].label == .doubleStarred
            else { return false }
            if isFiltering(given[0].value) { return true }
            guard case .call(let inner, let passed) = given[0].value.kind, inner != callee,
                let filter = helper(inner, passed)
            else { return false }
            return !filter.isDecoding && filter.kind.simpleName == kind
                && filter.source.simpleName == source
        }
        if results.count == 1, isFiltering(results[0]) {
            return (arguments[0].value, arguments[1].value, false)
        }
        // A dictionary that is given back is decoded where the field is.
        guard results.contains(where: isDecoding),
            results.allSatisfy({ $0.simpleName == source || isDecoding($0) })
        else { return nil }
        return (arguments[0].value, arguments[1].value, true)
    }
}
