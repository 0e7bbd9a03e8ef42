import Analysis
import Operations

extension FunctionTranslator {
    /// `a if test else b`
    func translateConditional(
        _ test: TypedExpression, _ then: TypedExpression, _ otherwise: TypedExpression,
        _ whole: TypedExpression
    ) -> SwiftExpression {
        if case .isNone(let subject, let negated) = test.kind,
            let chained =
                negated
                ? chain(subject, present: then, absent: otherwise, whole.type)
                : chain(subject, present: otherwise, absent: then, whole.type)
        {
            return chained
        }
        if case .isInstance(let subject, let type) = test.kind,
            let chained = chain(subject, as: type, then, otherwise: otherwise, whole.type)
        {
            return chained
        }
        var values = (translate(then, as: whole.type), translate(otherwise, as: whole.type))
        if whole.type == .dtype { values.0 = values.0.qualified(by: "DType") }
        if whole.type.isProtocol, then.type != otherwise.type,
            then.type.unwrapped != whole.type.unwrapped
        {
            // Two classes of one protocol: Swift has to be told which.
            values.0 = SwiftExpression(
                "\(values.0.text) as \(context.swift(whole.type))", .cast,
                isThrowing: values.0.isThrowing)
        }
        let test = condition(test)
        return SwiftExpression(
            "\(test.operand(.disjunction)) ? \(values.0.text) : \(values.1.text)", .ternary,
            isThrowing: test.isThrowing || values.0.isThrowing || values.1.isThrowing)
    }

    /// What only values of one class have, `(layer as? SlidingLayer)?.window ?? 0`.
    private func chain(
        _ subject: TypedExpression, as type: PythonType, _ then: TypedExpression,
        otherwise: TypedExpression, _ whole: PythonType
    ) -> SwiftExpression? {
        guard case .attribute(let owner, let name) = then.kind,
            case .downcast(let value, type, isForced: true) = owner.kind, value == subject,
            case .instance(let className) = type, !then.type.isOptional, !whole.isOptional
        else { return nil }
        let cast = TypedExpression(
            .downcast(subject, type, isForced: false), type.madeOptional, span: owner.span)
        let held = SwiftExpression(
            "(\(translate(cast).text))?.\(context.property(name, of: className))")
        return held.infix("??", translate(otherwise, as: whole), .nilCoalescing)
    }

    /// `x if x is not None else y` as `x ?? y`, and `f(x) if x is not None else None` as `x.map { f($0) }`.
    private func chain(
        _ subject: TypedExpression, present: TypedExpression, absent: TypedExpression,
        _ type: PythonType
    ) -> SwiftExpression? {
        let stored = storageType(subject)
        guard case .optional(let held) = stored, held != .json, let path = subject.path,
            bound[path] == nil
        else { return nil }
        let value = translateUnconverted(subject)
        if present.path == path {
            guard type.unwrapped == held else { return nil }
            return absent.type == .none
                ? value : value.infix("??", translate(absent, as: type), .nilCoalescing)
        }
        guard absent.type == .none, !present.type.isOptional,
            present.contains(where: { $0.path == path }),
            !present.contains(where: { $0.path == path && $0.type.unwrapped != held })
        else { return nil }
        bound[path] = SwiftExpression("$0")
        defer { bound[path] = nil }
        let body = translate(present, as: type.unwrapped)
        guard !body.text.contains("{") else { return nil }
        let mapped = SwiftExpression(
            "\(value.receiver).map { \(body.evaluated) }", isThrowing: body.isThrowing)
        // A mask has a case of its own for None.
        return type == .mask
            ? mapped.infix("??", SwiftExpression("AttentionMask.none"), .nilCoalescing) : mapped
    }
}

extension PythonType {
    /// Whether Swift holds values of the type as those of a protocol.
    fileprivate var isProtocol: Bool {
        switch unwrapped {
        case .library, .either: true
        default: false
        }
    }
}
