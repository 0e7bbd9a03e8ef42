import Operations
import PythonSyntax

/// `cache = [None] * 2` where there is no cache: a list in place of a cache that is indexed.
///
/// A cache whose elements may be None is made in its place. Where the elements are caches themselves there
/// is nothing to make: the name stays None in Swift, and each of its elements is None too.
extension FunctionChecker {
    /// The statements for such an assignment; `nil` for any other.
    func checkAbsentCaches(
        _ targets: [Expression], _ value: Expression, span: SourceSpan
    ) -> [TypedStatement]? {
        guard targets.count == 1, let name = targets[0].simpleName, value.isAbsence,
            let type = locals[name],
            let indexed = indexedClass(TypedExpression(.local(name), type, span: targets[0].span)),
            let row = program.table.types[indexed], let element = row.elementType
        else { return nil }
        if element.isOptional, let initializer = row.initializer,
            let count = value.absenceCount.map({ check($0) }), count.type == .integer
        {
            let made = TypedExpression(
                .call(
                    TypedCall(
                        callee: .operation(initializer),
                        arguments: [
                            TypedArgument(parameter: initializer.parameters[0].name, value: count)
                        ])), .library(indexed), span: span)
            return [
                TypedStatement(
                    .assign(targets: [assign(targets[0], made)], value: made), span: span)
            ]
        }
        guard !element.isOptional, narrowed[targets[0]] == PythonType.none else { return nil }
        absentCaches.insert(name)
        return []
    }

    /// The name of a list of Nones that stands for a cache, or for an element of it.
    func absentCache(_ expression: Expression) -> (name: Expression, isElement: Bool)? {
        switch expression.kind {
        case .name(let name) where absentCaches.contains(name): return (expression, false)
        case .subscript(let base, let index):
            guard let name = base.simpleName, absentCaches.contains(name), !index.hasSlice else {
                return nil
            }
            return (base, true)
        default: return nil
        }
    }

    /// `cache is None` and `cache[0] is None` of a name that is a list of Nones where it is no cache.
    func checkAbsence(
        _ subject: Expression, negated: Bool, span: SourceSpan
    ) -> TypedExpression? {
        guard let (name, isElement) = absentCache(subject) else { return nil }
        let cache = check(name)
        guard isElement, cache.type.isOptional else {
            // It is a list or a cache, and no element of a cache is None.
            return TypedExpression(.constant(.boolean(negated)), .boolean, span: span)
        }
        return TypedExpression(.isNone(cache, negated: negated), .boolean, span: span)
    }

    /// `cache[1]` where `cache` may be a list of Nones: nothing, or the element.
    func absentElement(
        _ object: TypedExpression, _ index: TypedExpression, _ base: Expression, span: SourceSpan
    ) -> TypedExpression? {
        guard let name = base.simpleName, absentCaches.contains(name), object.type.isOptional,
            let indexed = indexedClass(object),
            let element = program.table.types[indexed]?.elementType
        else { return nil }
        let list = TypedExpression(
            .downcast(object, .library(indexed), isForced: false), .optional(.library(indexed)),
            span: object.span)
        return TypedExpression(.element(of: list, index: index), element.madeOptional, span: span)
    }

    /// Joins what two branches leave: a name that is a list on one of them must be a cache on the other.
    func joinAbsentCaches(
        _ first: (absent: Set<String>, types: [String: PythonType]),
        _ second: (absent: Set<String>, types: [String: PythonType]), span: SourceSpan
    ) {
        absentCaches = first.absent.union(second.absent)
        let mixed =
            [(first.absent.subtracting(second.absent), second.types)]
            + [(second.absent.subtracting(first.absent), first.types)]
        for (names, types) in mixed {
            for name in names.sorted() where types[name]?.isOptional != false {
                report(
                    "'\(name)'", at: span, type: types[name],
                    "may be None, a cache or a list of Nones here",
                    hint: "make it a list wherever it is None")
            }
        }
    }
}

extension FunctionChecker {
    /// `a, b = cache`: the elements of a cache that is indexed, one by one; any other value as it is.
    func takenApart(_ value: TypedExpression, by targets: [Expression]) -> TypedExpression {
        guard targets.count == 1, case .tuple(let parts) = targets[0].kind,
            !parts.contains(where: { if case .starred = $0.kind { true } else { false } }),
            let indexed = indexedClass(value),
            let element = program.table.types[indexed]?.elementType
        else { return value }
        let list = seen(value, as: indexed)
        let elements = parts.indices.map { position in
            let index = TypedExpression(.constant(.integer(position)), .integer, span: value.span)
            return TypedExpression(.element(of: list, index: index), element, span: value.span)
        }
        return TypedExpression(.tuple(elements), .tuple(elements.map(\.type)), span: value.span)
    }
}

extension Expression {
    /// `(None, None)`, in the place of caches.
    var isPairOfNones: Bool {
        guard case .tuple(let elements) = kind else { return false }
        return elements.count > 1 && elements.allSatisfy { $0.kind == .constant(.none) }
    }

    /// Whether the value is a list or tuple of Nones, whichever it is.
    fileprivate var isAbsence: Bool {
        if case .conditional(_, let then, let otherwise) = kind {
            return then.isAbsence && otherwise.isAbsence
        }
        return absenceCount != nil
    }

    /// The length of a list or tuple of Nones, `[None] * n` or `(None, None)`.
    fileprivate var absenceCount: Expression? {
        switch kind {
        case .list(let elements), .tuple(let elements):
            guard !elements.isEmpty, elements.allSatisfy({ $0.kind == .constant(.none) }) else {
                return nil
            }
            return Expression(.constant(.integer(elements.count)), span: span)
        case .binary(let list, .multiply, let count):
            return list.absenceCount?.kind == .constant(.integer(1)) ? count : nil
        default:
            return nil
        }
    }
}
