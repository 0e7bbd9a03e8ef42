import Operations
import PythonSyntax

/// What statements assign to.
extension FunctionChecker {
    /// Binds a target to a value's type.
    func assign(_ target: Expression, _ value: TypedExpression) -> TypedTarget {
        narrowed = narrowed.filter { path, _ in
            path != target && (path.narrowedRoot != target.simpleName || target.simpleName == nil)
        }
        if let name = target.simpleName {
            absentCaches.remove(name)
            forgetPresence(of: name)
        }
        switch target.kind {
        case .name(let name):
            let type =
                mixedType(of: name, with: value.type)
                ?? commonType(
                    of: name,
                    with: function.containerTypes[name].flatMap { value.type.joined(with: $0) }
                        ?? value.type)
            locals[name] = type
            noteRows(assigned: type, to: name)
            noteAbsentTuple(type)
            notePart(name, value, in: function)
            noteCaches(name, value, in: function)
            noteLocal(name, value)
            return .local(name, type)
        case .attribute(let base, let name) where base.simpleName == selfName && selfName != nil:
            if let inherited = assignInherited(name, value, target) { return inherited }
            if let owner, let type = setProperty(name, of: owner, value, span: target.span) {
                return .attribute(name, type)
            }
            assignAttribute(name, value, span: target.span)
            narrowed[target] = value.type.isOptional ? nil : value.type
            return .attribute(name, value.type)
        case .subscript(let base, let index):
            let typedBase = check(base)
            if index.hasSlice || typedBase.type == .array {
                checkHostAssignment(to: typedBase, span: target.span)
                return .sliced(typedBase, checkIndices(index))
            }
            let typedIndex = check(index)
            if let indexed = indexedClass(typedBase) {
                return .element(of: seen(typedBase, as: indexed), index: typedIndex)
            }
            checkBranch(value, of: typedBase)
            noteReplacedCache(in: typedBase)
            widenElement(of: base, at: typedIndex.type, to: value.type)
            return .element(of: typedBase, index: typedIndex)
        case .attribute(let base, let name):
            return assignForeign(name, of: check(base), value, span: target.span)
        case .tuple(var elements), .list(var elements):
            let value = value.presentTuple
            if case .tuple(let parts) = value.type,
                let star = elements.firstIndex(where: { $0.isUnwantedRest }),
                parts.count >= elements.count - 1
            {
                // `*_, last = pair`: as many as there are beside the others, none of them wanted.
                let rest = Expression(.name("_"), span: elements[star].span)
                elements.replaceSubrange(
                    star...star,
                    with: Array(repeating: rest, count: parts.count - elements.count + 1))
            }
            if case .tuple(let parts) = value.type, parts.count != elements.count,
                !elements.contains(where: { if case .starred = $0.kind { true } else { false } })
            {
                report(
                    "assignment to \(elements.count) targets", at: target.span, type: value.type,
                    "the value has \(parts.count) parts")
            }
            return .tuple(
                elements.enumerated().map { position, element in
                    // `a, b, *_ = x.shape`: what follows is not wanted.
                    if case .starred(let rest) = element.kind, rest.simpleName == "_",
                        position == elements.count - 1
                    {
                        return .local("_", .unknown)
                    }
                    let type = elementType(of: value.type, at: position)
                    notePart(element, at: position, of: value)
                    return assign(element, TypedExpression(value.kind, type, span: element.span))
                })
        default:
            report(target.constructName, at: target.span, "cannot be assigned to")
            return .tuple([])
        }
    }

    private func assignAttribute(_ name: String, _ value: TypedExpression, span: SourceSpan) {
        guard let owner else { return }
        if owner.methods[name]?.isProperty == true {
            report("property '\(name)'", at: span, "cannot be assigned to")
        }
        let type = value.type
        checkField(name, of: owner, isGiven: type, at: span)
        noteAbsence(of: name, filledWith: value)
        if !isInitializer {
            program.reassignedAttributes[owner.dottedName, default: []].insert(name)
        }
        noteAttribute(
            name, value,
            presence: isInitializer ? function.presence(ofAttribute: name) : .always)
        noteBranch(of: name, type)
        if type != .none {
            program.heldTypes["\(owner.dottedName).\(name)", default: []].insert(type.unwrapped)
        }
        if let known = owner.attributes[name]?.type,
            let either = alternatives(known, type, heldBy: name, of: owner)
        {
            if either != known { program.changed = true }
            owner.attributes[name]?.type = either
            return
        }
        if let known = owner.attributes[name]?.type {
            // Reported here; classes of one protocol are held as that protocol.
            let joined = join(known, type, at: span)
            if joined != known, known.joined(with: type) == nil {
                owner.attributes[name]?.type = joined
                program.changed = true
                return
            }
        }
        let presence = isInitializer ? function.presence(ofAttribute: name) : .always
        if owner.assign(name, type: type, span: span, presence: presence) { program.changed = true }
    }

    /// `tree[k] = value`: a branch of a tree of weights is a tree, or a dictionary of weights.
    private func checkBranch(_ value: TypedExpression, of base: TypedExpression) {
        let tree = PythonType.library("WeightTree")
        guard base.type == tree,
            ![tree, .dictionary(key: .string, value: .array), .unknown].contains(value.type)
        else { return }
        report(
            "branch of a tree of weights", at: value.span, type: value.type,
            "is neither a tree nor a dictionary of weights")
    }

    /// `list = []; list[i] = x` and `d = {}; d[k] = v` tell the element type.
    private func widenElement(of base: Expression, at index: PythonType, to type: PythonType) {
        guard case .name(let name) = base.kind, let known = locals[name] else { return }
        switch known {
        case .dictionary(_, value: .array) where type == .optional(.array):
            // Weights are arrays: loading them would fail for None.
            break
        case .list(let element):
            widen(name, to: .list(join(element, type, at: base.span)))
        case .dictionary(let key, let value):
            widen(
                name,
                to: .dictionary(
                    key: join(key, index.asKey, at: base.span),
                    value: join(value, type, at: base.span)))
        default:
            break
        }
    }

    /// Keeps what a list or dictionary holds for the next round, where it is made.
    func widen(_ name: String, to type: PythonType) {
        locals[name] = type
        guard function.containerTypes[name] != type else { return }
        function.containerTypes[name] = type
        program.changed = true
    }
}

extension Expression {
    /// The name of a plain name.
    var simpleName: String? { if case .name(let name) = kind { name } else { nil } }

    var hasSlice: Bool {
        switch kind {
        case .slice, .constant(.ellipsis), .constant(.none): true
        case .tuple(let elements): elements.contains(where: \.hasSlice)
        default: false
        }
    }
}

extension Expression {
    /// `*_` among the targets of an assignment.
    fileprivate var isUnwantedRest: Bool {
        if case .starred(let rest) = kind { rest.simpleName == "_" } else { false }
    }
}
