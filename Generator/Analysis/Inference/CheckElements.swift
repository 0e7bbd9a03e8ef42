import Operations
import PythonSyntax

/// Subscripts, elements and comprehensions.
extension FunctionChecker {
    func checkSubscript(_ base: Expression, _ index: Expression, span: SourceSpan)
        -> TypedExpression
    {
        let object = check(base)
        if object.type.unwrapped == .array {
            return TypedExpression(.sliced(object, checkIndices(index)), .array, span: span)
        }
        if index.hasSlice {
            return TypedExpression(
                .sliced(object, checkIndices(index)), object.type.unwrapped, span: span)
        }
        let typedIndex = check(index)
        var position: Int?
        if case .constant(.integer(let value)) = typedIndex.kind { position = value }
        let type: PythonType =
            switch object.type.unwrapped {
            case .dictionary(_, let value): value
            case .tuple(let elements) where position == nil: elements.first ?? .unknown
            default: elementType(of: object.type, at: position)
            }
        return TypedExpression(.element(of: object, index: typedIndex), type, span: span)
    }

    func checkIndices(_ index: Expression) -> [TypedIndex] {
        let items: [Expression] =
            if case .tuple(let elements) = index.kind { elements } else { [index] }
        return items.map { item in
            switch item.kind {
            case .slice(let lower, let upper, let step):
                .slice(
                    lower: lower.map { check($0) }, upper: upper.map { check($0) },
                    step: step.map { check($0) })
            case .constant(.ellipsis): .ellipsis
            case .constant(.none): .newAxis
            default: .value(check(item))
            }
        }
    }

    /// The type of what iteration over a value, or indexing it, gives.
    func elementType(of type: PythonType, at position: Int? = nil) -> PythonType {
        switch type.unwrapped {
        case .list(let element): element
        case .tuple(let elements):
            if let position {
                elements.indices.contains(position) ? elements[position] : .unknown
            } else {
                elements.reduce(.unknown) { $0.joined(with: $1) ?? .unknown }
            }
        case .dictionary(let key, _): key
        case .array: .array
        case .string: .string
        default: .unknown
        }
    }

    func checkComprehension(
        _ kind: ComprehensionKind, _ element: Expression, _ value: Expression?,
        _ clauses: [ComprehensionClause], span: SourceSpan
    ) -> TypedExpression {
        let saved = (locals, narrowed)
        defer { (locals, narrowed) = saved }
        let typedClauses = clauses.map { clause in
            let iterable = check(clause.iterable)
            let type = elementType(of: iterable.type)
            let target = assign(
                clause.target, TypedExpression(iterable.kind, type, span: clause.target.span))
            let conditions = clause.conditions.map { condition in
                let typed = check(condition)
                narrowed.merge(narrowing(by: condition).whenTrue) { _, new in new }
                return typed
            }
            return TypedClause(target: target, iterable: iterable, conditions: conditions)
        }
        let typedElement = check(element)
        let typedValue = value.map { check($0) }
        let type: PythonType =
            typedValue.map { .dictionary(key: typedElement.type, value: $0.type) }
            ?? .list(typedElement.type)
        return TypedExpression(
            .comprehension(kind, element: typedElement, value: typedValue, typedClauses), type,
            span: span)
    }

    func checkPart(_ part: FormattedPart) -> TypedFormattedPart {
        switch part {
        case .text(let text): return .text(text)
        case .value(let expression, let conversion, let format):
            if conversion != nil {
                report(
                    "formatted string", at: expression.span, "a conversion ('!r') is not supported")
            }
            var specification: String?
            if case .text(let text)? = format.first { specification = text }
            return .value(check(expression), format: specification)
        }
    }
}
