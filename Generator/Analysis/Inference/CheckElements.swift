import Operations
import PythonSyntax

/// Subscripts, elements and comprehensions.
extension FunctionChecker {
    func checkSubscript(_ base: Expression, _ index: Expression, span: SourceSpan)
        -> TypedExpression
    {
        let object = check(base)
        if object.type.unwrapped == .array || object.type == .mask {
            return TypedExpression(.sliced(object, checkIndices(index)), .array, span: span)
        }
        if object.type == .hostArray, let part = checkHostPart(object, index, span: span) {
            return part
        }
        if index.hasSlice { return checkListSlice(object, index, span: span) }
        if let entry = entry(index, of: object, span: span) { return entry }
        let typedIndex = check(index)
        if case .list = object.type.unwrapped { expectInteger(typedIndex) }
        if let element = absentElement(object, typedIndex, base, span: span) { return element }
        if let indexed = indexedClass(object),
            let element = program.table.types[indexed]?.elementType
        {
            if object.type.isOptional, program.hasAbsentTuples {
                return TypedExpression(
                    .element(of: object.perhaps(indexed), index: typedIndex), element.madeOptional,
                    span: span)
            }
            return TypedExpression(
                .element(of: seen(object, as: indexed), index: typedIndex), element, span: span)
        }
        var position: Int?
        if case .constant(.integer(let value)) = typedIndex.kind { position = value }
        if case .tuple(let elements) = object.type.unwrapped,
            case .integer(let value)? = staticValue(typedIndex), value < 0
        {
            position = value + elements.count
        }
        let type: PythonType =
            switch object.type.unwrapped {
            case .dictionary(_, let value): value
            case .tuple(let elements) where position == nil: elements.first ?? .unknown
            default: elementType(of: object.type, at: position)
            }
        if type == .unknown, case .library(let name) = object.type.unwrapped,
            program.table.types[name]?.isProtocol == true
        {
            report(
                "index", at: span, type: object.type,
                "which of the classes with elements this is an instance of is not known")
        }
        let counted = position.map {
            TypedExpression(.constant(.integer($0)), .integer, span: typedIndex.span)
        }
        return TypedExpression(
            .element(of: object, index: counted ?? typedIndex), type, span: span)
    }

    /// A value of a protocol as an instance of the class that the code takes it for.
    func seen(_ value: TypedExpression, as className: String) -> TypedExpression {
        if value.type.unwrapped == .library(className) { return value }
        return TypedExpression(
            .downcast(value, .library(className), isForced: true), .library(className),
            span: value.span)
    }

    private func checkListSlice(
        _ object: TypedExpression, _ index: Expression, span: SourceSpan
    ) -> TypedExpression {
        let indices = checkIndices(index).map { index -> TypedIndex in
            guard case .slice(let lower, let upper, let step) = index else { return index }
            // Bounds that are always None or 0 select everything.
            let isWhole = lower.flatMap { staticValue($0) } == .integer(0)
            let isOpen = upper.flatMap { staticValue($0) } == PythonSyntax.Constant.none
            return .slice(lower: isWhole ? nil : lower, upper: isOpen ? nil : upper, step: step)
        }
        if case .tuple(let elements) = object.type.unwrapped, indices.count == 1,
            case .slice(let lower, let upper, nil) = indices[0]
        {
            let bounds = [lower, upper].map { $0.map { staticValue($0) } }
            if case .integer(let start) = bounds[0] ?? .integer(0),
                case .integer(let end) = bounds[1] ?? .integer(elements.count),
                (0...elements.count).contains(start), (start...elements.count).contains(end)
            {
                let kept = (start..<end).map { position in
                    TypedExpression(
                        .element(
                            of: object,
                            index: TypedExpression(
                                .constant(.integer(position)), .integer, span: span)),
                        elements[position], span: span)
                }
                return TypedExpression(
                    .tuple(kept), .tuple(Array(elements[start..<end])), span: span)
            }
        }
        return TypedExpression(.sliced(object, indices), object.type.unwrapped, span: span)
    }

    /// `[a, *others, b]`: lists and elements one after another.
    func checkListDisplay(_ elements: [Expression], span: SourceSpan) -> TypedExpression {
        var parts: [TypedExpression] = []
        var plain: [TypedExpression] = []
        func endPlain() {
            guard !plain.isEmpty else { return }
            let type = plain.reduce(PythonType.unknown) { join($0, $1.type, at: $1.span) }
            parts.append(TypedExpression(.list(plain), .list(type), span: span))
            plain = []
        }
        for element in elements {
            guard case .starred(let value) = element.kind else {
                plain.append(check(element))
                continue
            }
            endPlain()
            let list = check(value)
            parts.append(
                TypedExpression(list.kind, .list(elementType(of: list.type)), span: list.span))
        }
        endPlain()
        guard let first = parts.first else {
            return TypedExpression(.list([]), .list(.unknown), span: span)
        }
        return parts.dropFirst().reduce(first) { left, right in
            TypedExpression(
                .binary(left, .add, right),
                binaryType(left.type, .add, right.type, at: span), span: span)
        }
    }

    /// `(batch, *x.shape)`: a tuple into which lists are unpacked is a list.
    func unpackedList(_ elements: [Expression], span: SourceSpan) -> TypedExpression? {
        let unpacked = elements.compactMap { element -> Expression? in
            if case .starred(let value) = element.kind { value } else { nil }
        }
        let areLists = unpacked.allSatisfy {
            if case .list = check($0, quietly: true).type { true } else { false }
        }
        return unpacked.isEmpty || !areLists ? nil : checkListDisplay(elements, span: span)
    }

    func checkIndices(_ index: Expression) -> [TypedIndex] {
        func bound(_ expression: Expression?) -> TypedExpression? {
            let typed = expression.map { check($0) }
            if let typed { expectInteger(typed) }
            return typed
        }
        let items: [Expression] =
            if case .tuple(let elements) = index.kind { elements } else { [index] }
        return items.map { item in
            switch item.kind {
            case .slice(let lower, let upper, let step):
                .slice(lower: bound(lower), upper: bound(upper), step: bound(step))
            case .constant(.ellipsis): .ellipsis
            case .constant(.none): .newAxis
            default: .value(indices(check(item)))
            }
        }
    }

    /// A list of indices as `tuple(indices)` stands in a subscript.
    private func indices(_ value: TypedExpression) -> TypedExpression {
        guard value.type == .list(.arrayIndex), case .call(let call) = value.kind,
            call.callee == .builtin("tuple"), call.arguments.count == 1
        else { return value }
        return call.arguments[0].value
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
        case .set(let element): element
        case .json: .json
        case .library("RoPEScaling"): .json
        case .library(let name):
            program.indexedClass(name).flatMap { program.table.types[$0]?.elementType } ?? .unknown
        case .array: .array
        case .string: .string
        default: .unknown
        }
    }

    /// Reports a value that is gone through although nothing tells what its elements are.
    func reportMissingElements(of sequence: TypedExpression) {
        guard elementType(of: sequence.type) == .unknown else { return }
        switch sequence.type.unwrapped {
        case .library, .instance, .either, .integer, .float, .boolean:
            report(
                "loop", at: sequence.span, type: sequence.type,
                "what the elements of this value are is not known")
        default: break
        }
    }

    func checkComprehension(
        _ kind: ComprehensionKind, _ element: Expression, _ value: Expression?,
        _ clauses: [ComprehensionClause], span: SourceSpan
    ) -> TypedExpression {
        let saved = (locals, narrowed, comprehensionRows)
        defer { (locals, narrowed, comprehensionRows) = saved }
        let typedClauses = clauses.map { clause in
            let iterable = unpackingRows(check(clause.iterable), into: clause.target)
            let type = elementType(of: iterable.type)
            reportMissingElements(of: iterable)
            noteCaches(clause.target, goingThrough: iterable)
            let target = assign(
                clause.target, TypedExpression(iterable.kind, type, span: clause.target.span))
            goneThrough.removeAll()
            noteRows(clause.target, goingThrough: iterable)
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
            typedValue.map { .dictionary(key: typedElement.type.asKey, value: $0.type) }
            ?? (kind == .set ? .set(typedElement.type) : .list(typedElement.type))
        return TypedExpression(
            .comprehension(kind, element: typedElement, value: typedValue, typedClauses), type,
            span: span)
    }

    /// A part of a formatted string as its conversion says: `!r` puts strings in quotes, and numbers are
    /// written as without it.
    private func converted(_ value: TypedExpression, _ conversion: String?) -> TypedExpression {
        switch (conversion, value.type) {
        case ("r", .string):
            let call = TypedCall(
                callee: .builtin("repr"), arguments: [TypedArgument(parameter: "0", value: value)])
            return TypedExpression(.call(call), .string, span: value.span)
        case (nil, _), ("s", _), ("r", _): return value
        default:
            report(
                "formatted string", at: value.span,
                "a conversion ('!\(conversion ?? "")') is not supported")
            return value
        }
    }

    func checkPart(_ part: FormattedPart) -> TypedFormattedPart {
        switch part {
        case .text(let text): return .text(text)
        case .value(let expression, let conversion, let format):
            var specification: String?
            if case .text(let text)? = format.first { specification = text }
            return .value(converted(check(expression), conversion), format: specification)
        }
    }
}
