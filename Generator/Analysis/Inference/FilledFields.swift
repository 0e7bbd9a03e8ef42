import PythonSyntax

extension ClassInfo {
    /// Optional fields that `__post_init__` fills before anything else could see them:
    /// `if self.f is None: self.f = …`.
    func findResolvedFields() -> Set<String> {
        guard kind == .dataclass, let method = methods["__post_init__"] else { return [] }
        var fields = FilledFields(
            absent: Set(
                self.fields.filter { $0.defaultValue?.kind == .constant(.none) }.map(\.name)))
        fill(&fields, by: method)
        return fields.names
    }

    private func fill(_ fields: inout FilledFields, by method: FunctionInfo) {
        for statement in method.definition.body.withoutDocstring {
            guard case .expression(let value) = statement.kind,
                value.superInitializer?.name == "__post_init__"
            else {
                fields.add(statement)
                for name in calledMethods(in: [statement]) { fields.note(callOf: methods[name]) }
                continue
            }
            let order = resolutionOrder.map(\.dottedName)
            let place = method.definingClass.flatMap { order.firstIndex(of: $0) } ?? 0
            let inherited = resolutionOrder.dropFirst(place + 1).lazy
                .compactMap { $0.methods["__post_init__"] }.first
            if let inherited { fill(&fields, by: inherited) }
        }
    }

    /// The methods of the object that statements call, and those that these call.
    private func calledMethods(in statements: [Statement]) -> Set<String> {
        var found: Set<String> = []
        var waiting = statements.reduce(into: Set<String>()) { $0.formUnion($1.ownAttributes) }
        while let name = waiting.popFirst() {
            guard let method = methods[name], found.insert(name).inserted else { continue }
            for statement in method.definition.body { waiting.formUnion(statement.ownAttributes) }
        }
        return found
    }
}

/// The fields that a run of statements fills, as decoding can do it.
private struct FilledFields {
    private(set) var names: Set<String> = []
    /// The fields that are `None` by default.
    private let absent: Set<String>
    /// What the statements that are no such filling assign, and what they mention.
    private var assigned: Set<String> = []
    private var mentioned: Set<String> = []

    init(absent: Set<String>) { self.absent = absent }

    mutating func add(_ statement: Statement) {
        if let filled = statement.filledField, !mentioned.contains(filled.name),
            assigned.isDisjoint(with: filled.value.ownAttributes), !mayBeNone(filled.value)
        {
            names.insert(filled.name)
            return
        }
        assigned.formUnion(statement.assignedAttributes)
        mentioned.formUnion(statement.ownAttributes)
    }

    /// Notes what a method may do that is called between the statements.
    mutating func note(callOf method: FunctionInfo?) {
        for statement in method?.definition.body ?? [] {
            assigned.formUnion(statement.assignedAttributes)
            mentioned.formUnion(statement.ownAttributes)
        }
    }

    /// Whether a field is filled with another one that may be `None` as well.
    private func mayBeNone(_ value: Expression) -> Bool {
        guard case .attribute(let base, let name) = value.kind, base.simpleName == "self" else {
            return false
        }
        return absent.contains(name) && !names.contains(name)
    }
}

extension Statement {
    /// The field and value of `if self.f is None: self.f = value`.
    fileprivate var filledField: (name: String, value: Expression)? {
        guard case .if(let test, let then, let otherwise) = kind, otherwise.isEmpty,
            then.count == 1,
            case .comparison(let subject, let parts) = test.kind, parts.count == 1,
            parts[0].comparison == .is, parts[0].operand.kind == .constant(.none),
            case .attribute(let base, let name) = subject.kind, base.simpleName == "self",
            case .assign(let targets, let value) = then[0].kind, targets == [subject],
            value.kind != .constant(.none)
        else { return nil }
        return (name, value)
    }

    /// The attributes of `self` that the statement and those inside it mention.
    fileprivate var ownAttributes: Set<String> {
        var names = expressions.reduce(into: Set<String>()) { $0.formUnion($1.ownAttributes) }
        for statement in statements { names.formUnion(statement.ownAttributes) }
        return names
    }

    fileprivate var assignedAttributes: Set<String> {
        var names: Set<String> = []
        switch kind {
        case .assign(let targets, _):
            for target in targets { names.formUnion(target.ownAttributes) }
        case .augmentedAssign(let target, _, _), .annotatedAssign(let target, _, _):
            names = target.ownAttributes
        default: break
        }
        for statement in statements { names.formUnion(statement.assignedAttributes) }
        return names
    }
}

extension Expression {
    fileprivate var ownAttributes: Set<String> {
        var names = children.reduce(into: Set<String>()) { $0.formUnion($1.ownAttributes) }
        if case .attribute(let base, let name) = kind, base.simpleName == "self" {
            names.insert(name)
        }
        return names
    }
}
