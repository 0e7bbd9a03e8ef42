import Analysis
import Operations
import PythonSyntax

extension FunctionTranslator {
    /// `{key(k): value(v) for k, v in d.items() if test(k)}`; of two entries with one key the last one
    /// stays, in the place of the first, in Python as in Swift.
    func translateDictionaryComprehension(
        _ key: TypedExpression, _ value: TypedExpression, _ clause: TypedClause,
        _ whole: TypedExpression
    ) -> SwiftExpression {
        guard case .dictionary(let keyType, let valueType) = whole.type.unwrapped else {
            report("dictionary comprehension", at: whole.span, "nothing tells its type")
            return SwiftExpression("[:]")
        }
        if let renamed = translateRenaming(key, value, clause) { return renamed }
        let sequence = iterated(clause.iterable)
        return withBound(clause.target) { pattern in
            let pattern = pattern.flattened
            let filtered = filter(sequence, pattern, clause.conditions)
            if clause.iterable.itemsReceiver != nil, clause.target.isPair(key, value) {
                return filtered
            }
            let (key, value) = (translate(key, as: keyType), translate(value, as: valueType))
            let entry = SwiftExpression(
                "(\(key.text), \(value.text))", isThrowing: key.isThrowing || value.isThrowing)
            if let source = clause.iterable.itemsReceiver, clause.conditions.isEmpty,
                entry.text == "(\(pattern.text))"
            {
                return translate(source)
            }
            let entries = closureCall(filtered, "map", pattern, entry)
            return SwiftExpression(
                "OrderedDictionary(\(entries.text)) { $1 }", isThrowing: entries.isThrowing)
        }
    }

    /// A comprehension over the entries of a dictionary that leaves the values as they are:
    /// `d.filter { … }.mapKeys { … }`.
    private func translateRenaming(
        _ key: TypedExpression, _ value: TypedExpression, _ clause: TypedClause
    ) -> SwiftExpression? {
        guard let dictionary = clause.iterable.itemsReceiver,
            case .tuple(let targets) = clause.target, targets.count == 2,
            case .local(let keyName, _) = targets[0], case .local(let valueName, _) = targets[1],
            value.kind == .local(valueName),
            !(clause.conditions + [key]).contains(where: { $0.mentions(local: valueName) })
        else { return nil }
        let isWeights = dictionary.type.unwrapped == .dictionary(key: .string, value: .array)
        guard isWeights || dictionary.type.unwrapped == .json || key.kind == .local(keyName) else {
            return nil
        }
        var result =
            dictionary.type.unwrapped == .json ? entries(of: dictionary) : translate(dictionary)
        return withBound(targets[0]) { pattern in
            if !clause.conditions.isEmpty {
                let test = conjunction(clause.conditions)
                result = SwiftExpression(
                    "\(result.receiver).filter { \(pattern.text), _ in \(test.isThrowing ? "try " : "")\(test.text) }",
                    isThrowing: result.isThrowing || test.isThrowing)
            }
            guard key.kind != .local(keyName) else { return result }
            let newKey = translate(key, as: .string)
            return SwiftExpression(
                "\(result.receiver).mapKeys { \(closureBody(pattern, newKey)) }",
                isThrowing: isWeights || result.isThrowing || newKey.isThrowing)
        }
    }

    /// The entries of a JSON value that a test has shown to be a dictionary.
    func entries(of value: TypedExpression) -> SwiftExpression {
        let access = storageType(value).isOptional ? "?" : ""
        let object = SwiftExpression("\(translateUnconverted(value).receiver)\(access).objectValue")
        return unwrapped(object, named: value)
    }
}

extension TypedExpression {
    /// The dictionary of `d.items()`.
    fileprivate var itemsReceiver: TypedExpression? {
        guard case .call(let call) = kind,
            [.builtin("dict.items"), .builtin("json.items")].contains(call.callee)
        else { return nil }
        return call.argument("self")
    }

    fileprivate func mentions(local name: String) -> Bool { contains { $0.kind == .local(name) } }
}

extension TypedTarget {
    /// Whether a pair of locals is what the target binds.
    fileprivate func isPair(_ key: TypedExpression, _ value: TypedExpression) -> Bool {
        guard case .tuple(let targets) = self, targets.count == 2,
            case .local(let first, _) = targets[0], case .local(let second, _) = targets[1]
        else { return false }
        return key.kind == .local(first) && value.kind == .local(second)
    }
}

extension FunctionTranslator.Pattern {
    /// `key, value` for `(key, value)`: a closure may take a pair apart.
    fileprivate var flattened: Self {
        guard text.hasPrefix("("), text.dropFirst().firstIndex(of: "(") == nil else { return self }
        return Self(text: String(text.dropFirst().dropLast()), single: nil)
    }
}
