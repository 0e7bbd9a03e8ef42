import Analysis
import Operations
import PythonSyntax

extension FunctionTranslator {
    /// `list[i]`, `tuple[0]`, `x.shape[-1]`, `dictionary[key]`.
    func translateElement(_ base: TypedExpression, _ index: TypedExpression) -> SwiftExpression {
        if case .shape(let array) = base.kind {
            let (object, position) = (present(array), translate(index, as: .integer))
            return SwiftExpression(
                "\(object.receiver).dim(\(position.text))",
                isThrowing: object.isThrowing || position.isThrowing)
        }
        if case .downcast(let list, let type, isForced: false) = base.kind {
            let value =
                storageType(list).unwrapped == type
                ? translateUnconverted(list) : translateUnconverted(base)
            return SwiftExpression(
                "\(value.receiver)?[\(translate(index, as: .integer).text)]",
                isThrowing: value.isThrowing)
        }
        let isShownList =
            if case .list = base.type { storageType(base).unwrapped == .json } else { false }
        let object = isShownList ? translate(base) : present(base)
        if isTrying || canThrow && (isGivenList(base) || isGivenNumber(index)),
            case .list = base.type.unwrapped
        {
            let position = translate(index, as: .integer)
            return SwiftExpression(
                "\(object.receiver).element(at: \(position.text))", isThrowing: true)
        }
        if base.type.unwrapped == .list(.array), isGivenNumber(index) {
            let position = translate(index, as: .integer)
            return SwiftExpression(
                "\(object.receiver).reportedElement(at: \(position.text))",
                isThrowing: object.isThrowing)
        }
        switch base.type.unwrapped {
        case .tuple:
            guard case .constant(.integer(let position)) = index.kind else {
                report("tuple index", at: index.span, "only a literal index is supported")
                return object
            }
            return SwiftExpression("\(object.receiver).\(position)", isThrowing: object.isThrowing)
        case .string:
            return SwiftExpression(
                "\(object.receiver).character(at: \(translate(index, as: .integer).text))",
                isThrowing: object.isThrowing)
        case .json, .library("RoPEScaling"):
            let key = translate(index)
            return unwrapped(
                SwiftExpression(
                    "\(object.receiver)[\(key.text)]", isThrowing: object.isThrowing),
                named: index)
        case .dictionary:
            guard canThrow else {
                return SwiftExpression(
                    "\(object.receiver)[\(translate(index, as: base.keyType).text)]!")
            }
            let key = translate(index, as: base.keyType)
            return SwiftExpression(
                "required(\(object.receiver)[\(key.text)], \(key.text))", isThrowing: true)
        default:
            if case .unary(.minus, let distance) = index.kind,
                distance.kind == .constant(.integer(1))
            {
                return SwiftExpression("\(object.receiver).last!", isThrowing: object.isThrowing)
            }
            if let position = countedIndex(index, of: base, object) {
                return SwiftExpression(
                    "\(object.receiver)[\(position)]", isThrowing: object.isThrowing)
            }
            let position =
                index.type.unwrapped == .array ? present(index) : translate(index, as: .integer)
            return SwiftExpression(
                "\(object.receiver)[\(position.text)]",
                isThrowing: object.isThrowing || position.isThrowing)
        }
    }

    /// `list.count - 1` for the literal index `-1` of a list.
    func countedIndex(
        _ index: TypedExpression, of base: TypedExpression, _ object: SwiftExpression
    ) -> String? {
        guard case .list = base.type.unwrapped, case .unary(.minus, let distance) = index.kind
        else {
            return nil
        }
        return
            "\(object.receiver).count - \(translate(distance).operand(.multiplication))"
    }

    /// Indices with slices.
    func translateSlice(_ base: TypedExpression, _ indices: [TypedIndex]) -> SwiftExpression {
        // A mask that is indexed is an array.
        let object = base.type == .mask ? translate(base, as: .array) : present(base)
        guard [.array, .mask, .hostArray].contains(base.type.unwrapped) else {
            return translateListSlice(base, object, indices)
        }
        let isThrowing = indices.contains {
            if case .value(let value) = $0 { indexingArray(value).isThrowing } else { false }
        }
        return SwiftExpression(
            "\(object.receiver)[\(indices.map(translateIndex).joined(separator: ", "))]",
            isThrowing: object.isThrowing || isThrowing)
    }

    /// What is an index among others: an array has to be there.
    private func indexingArray(_ value: TypedExpression) -> SwiftExpression {
        value.type == .optional(.array) ? present(value) : translate(value)
    }

    /// `slice(start, end)` as a value.
    func translateSliceObject(_ bounds: [TypedExpression]) -> SwiftExpression {
        let bounds = (bounds.count == 1 ? [nil] : []) + bounds.map { $0.type == .none ? nil : $0 }
        let text = translateIndex(
            .slice(lower: bounds[0], upper: bounds[1], step: bounds.count > 2 ? bounds[2] : nil))
        // Behind a subscript's bracket the type is told by the place, here it is not.
        return text.hasPrefix(".stride")
            ? SwiftExpression("MLX\(text)") : SwiftExpression(text, .range)
    }

    private func translateIndex(_ index: TypedIndex) -> String {
        switch index {
        case .value(let value) where value.type == .list(.integer):
            return "MLXArray(\(translate(value).text))"
        case .value(let value): return indexingArray(value).text
        case .ellipsis: return ".ellipsis"
        case .newAxis: return ".newAxis"
        case .slice(let lower, let upper, let step)
        where step != nil || [lower, upper].contains(where: mayBeOpen):
            let parts = [("from", lower), ("to", upper), ("by", step)].compactMap { label, bound in
                bound.map { "\(label): \(translateBound($0).text)" }
            }
            return ".stride(\(parts.joined(separator: ", ")))"
        case .slice(nil, nil, nil): return "0..."
        case .slice(let lower, nil, nil):
            return "\(rangeBound(lower!, isAlone: true))..."
        case .slice(nil, let upper, nil):
            return "..<\(rangeBound(upper!, isAlone: true))"
        case .slice(let lower?, let upper?, nil) where upper.isNeverBefore(lower):
            return "\(rangeBound(lower))..<\(rangeBound(upper))"
        case .slice(let lower, let upper, _):
            // A Swift range traps where Python's slice is empty or counts from the end.
            let bounds = [lower!, upper!].map { translate($0, as: .integer).text }
            return ".stride(from: \(bounds[0]), to: \(bounds[1]))"
        }
    }

    /// A bound of a slice, which is open where it is `None`.
    private func translateBound(_ bound: TypedExpression) -> SwiftExpression {
        translate(bound, as: mayBeOpen(bound) ? .optional(.integer) : .integer)
    }

    /// Whether the source makes a bound `None` in some case: what a file may leave out has to be there.
    private func mayBeOpen(_ bound: TypedExpression?) -> Bool {
        guard let bound, bound.type == .optional(.integer) else { return false }
        guard case .local(let name) = bound.kind else { return bound.isSometimesNone }
        let isLeftOut = function.parameters.contains {
            $0.name == name && $0.defaultValue?.kind == .constant(.none)
        }
        return isLeftOut || function.body.sets(name) { $0.isSometimesNone }
    }

    /// - Parameter isAlone: whether the range has one bound, to which its operator binds most.
    private func rangeBound(_ bound: TypedExpression, isAlone: Bool = false) -> String {
        let value = translate(bound, as: .integer)
        return value.precedence < (isAlone ? .primary : .addition) || value.precedence == .prefix
            ? "(\(value.text))" : value.text
    }

    /// A slice of a list or of a shape.
    private func translateListSlice(
        _ base: TypedExpression, _ object: SwiftExpression, _ indices: [TypedIndex]
    ) -> SwiftExpression {
        guard indices.count == 1, case .slice(let lower, let upper, let step) = indices[0] else {
            report("list index", at: base.span, "only one slice is supported")
            return object
        }
        func part(_ call: String) -> SwiftExpression {
            SwiftExpression(
                "\(base.type.unwrapped == .string ? "String" : "Array")(\(object.receiver).\(call))",
                isThrowing: object.isThrowing)
        }
        func position(_ bound: TypedExpression) -> String {
            translate(bound, as: .integer).text
        }
        if let step {
            if lower == nil, upper == nil, case .unary(.minus, let one) = step.kind,
                one.kind == .constant(.integer(1))
            {
                return part("reversed()")
            }
            return computedSlice(base, object, lower, upper, step)
        }
        if [lower, upper].contains(where: { $0?.countsFromEnd == true || mayBeOpen($0) }) {
            return computedSlice(base, object, lower, upper, nil)
        }
        switch (lower, upper) {
        case (nil, let end?):
            if let count = end.distanceFromEnd { return part("dropLast(\(count))") }
            return part("prefix(\(position(end)))")
        case (let start?, nil):
            if let count = start.distanceFromEnd { return part("suffix(\(count))") }
            return part("dropFirst(\(position(start)))")
        case (let start?, let end?):
            if let count = end.distanceFromEnd {
                return part("dropLast(\(count)).dropFirst(\(position(start)))")
            }
            return part("prefix(\(position(end))).dropFirst(\(position(start)))")
        case (nil, nil):
            return object
        }
    }

    /// A slice whose bounds may count from either end, or with a step.
    private func computedSlice(
        _ base: TypedExpression, _ object: SwiftExpression, _ lower: TypedExpression?,
        _ upper: TypedExpression?, _ step: TypedExpression?
    ) -> SwiftExpression {
        if base.type.unwrapped == .string, let step {
            report("slice of a string", at: step.span, "a step is only supported in lists")
        }
        let parts = [("from", lower), ("to", upper), ("by", step)].compactMap {
            label, bound -> (String, SwiftExpression)? in
            guard let bound else { return nil }
            let text = translateBound(bound)
            let isStart = label == "from" && mayBeOpen(bound)
            return (label, isStart ? text.infix("??", SwiftExpression("0"), .nilCoalescing) : text)
        }
        let arguments = parts.map { "\($0.0): \($0.1.text)" }.joined(separator: ", ")
        return SwiftExpression(
            "\(object.receiver).slice(\(arguments))",
            isThrowing: object.isThrowing || parts.contains { $0.1.isThrowing })
    }

    /// An f-string.
    func translateFormatted(_ parts: [TypedFormattedPart], isMessage: Bool = false)
        -> SwiftExpression
    {
        var isThrowing = false
        let text = parts.map { part -> String in
            switch part {
            case .text(let text): return text.swiftEscaped
            case .value(let value, let format):
                if let format, !isMessage {
                    report(
                        "format '\(format)'", at: value.span, type: value.type, "is not supported")
                }
                if !isMessage, ![.integer, .float, .string].contains(value.type) {
                    report(
                        "formatted string", at: value.span, type: value.type,
                        "only numbers and strings are supported in it")
                }
                let translated = translate(value)
                isThrowing = isThrowing || translated.isThrowing
                if isMessage, value.type == .none { return "None" }
                let absent = isMessage && value.type.isOptional ? ", default: \"None\"" : ""
                return "\\(\(translated.text)\(absent))"
            }
        }
        return SwiftExpression("\"\(text.joined())\"", isThrowing: isThrowing)
    }
}

extension TypedExpression {
    /// Whether a bound of a slice is, as a number, never less than another.
    fileprivate func isNeverBefore(_ lower: TypedExpression) -> Bool {
        if let low = lower.integerLiteral, let high = integerLiteral { return low <= high }
        if lower.integerLiteral == 0 { return isNeverNegative }
        if case .binary(let start, .add, let count) = kind {
            return start.kind == lower.kind && count.isNeverNegative
        }
        return false
    }

    /// The whole number that is written there, perhaps with a minus in front.
    var integerLiteral: Int? {
        switch kind {
        case .constant(.integer(let value)): value
        case .unary(.minus, let operand): operand.integerLiteral.map { -$0 }
        default: nil
        }
    }

    /// Whether the expression itself is `None`, or one of the values between which it chooses.
    fileprivate var isSometimesNone: Bool {
        if case .conditional(_, let then, let otherwise) = kind {
            return then.isSometimesNone || otherwise.isSometimesNone
        }
        return kind == .constant(.none)
    }

    /// Whether a bound is `-n` of something that is no literal, which may be the start too.
    fileprivate var countsFromEnd: Bool {
        if case .unary(.minus, _) = kind { distanceFromEnd == nil } else { false }
    }

    /// The `n` of a literal `-n`, or of `-len("…")`.
    fileprivate var distanceFromEnd: Int? {
        guard case .unary(.minus, let count) = kind else { return nil }
        let distance: Int
        switch count.kind {
        case .constant(.integer(let value)): distance = value
        case .call(let call) where call.callee == .builtin("len"):
            guard case .constant(.string(let text))? = call.arguments.first?.value.kind else {
                return nil
            }
            distance = text.unicodeScalars.count
        default: return nil
        }
        return distance > 0 ? distance : nil
    }
}

extension TypedExpression {
    /// The type of a dictionary's keys.
    var keyType: PythonType? {
        if case .dictionary(let key, _) = type.unwrapped, key != .unknown { key } else { nil }
    }
}

extension SwiftExpression {
    /// The index as one of a list, which would hold no other kind if it were not told.
    var asIndex: SwiftExpression {
        SwiftExpression("\(receiver) as any MLXArrayIndex", .cast, isThrowing: isThrowing)
    }
}

extension [TypedStatement] {
    /// Whether the block, or one inside it, sets a local to a value that satisfies a condition.
    fileprivate func sets(_ name: String, to condition: (TypedExpression) -> Bool) -> Bool {
        contains { statement in
            if case .assign(let targets, let value) = statement.kind,
                targets.contains(where: { if case .local(name, _) = $0 { true } else { false } })
            {
                return condition(value)
            }
            return statement.blocks.contains { $0.sets(name, to: condition) }
        }
    }
}
