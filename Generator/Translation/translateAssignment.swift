import Analysis
import Operations
import PythonSyntax

/// Assignments, with the declarations that Swift needs.
extension FunctionTranslator {
    func translateAssignment(_ targets: [TypedTarget], _ value: TypedExpression)
        -> [SwiftStatement]
    {
        if isInitializer { return translateInitializerAssignment(targets, value) }
        guard targets.count > 1 else { return translateAssignment(to: targets[0], value) }
        if case .constant = value.kind {
            return targets.flatMap { translateAssignment(to: $0, value) }
        }
        // The value is computed once; the other targets take it from the first name.
        guard
            let first = targets.firstIndex(where: { if case .local = $0 { true } else { false } }),
            case .local(let name, _) = targets[first]
        else {
            report(
                "chained assignment", at: value.span, type: value.type,
                "is only supported with a name among its targets")
            return []
        }
        plan.noteRead(name)
        let others = targets.indices.filter { $0 != first }.map { targets[$0] }
        let statements = translateAssignment(to: targets[first], value)
        // A name that holds any kind of mask gives one.
        let type = storage[name] == .mask ? .mask : value.type
        let source = TypedExpression(.local(name), type, span: value.span)
        return statements + others.flatMap { translateAssignment(to: $0, source) }
    }

    func translateAssignment(to target: TypedTarget, _ value: TypedExpression) -> [SwiftStatement] {
        switch target {
        case .local(let name, _):
            return assignLocal(name, value)
        case .attribute(let name, let type):
            let stored =
                owner?.fields.first { $0.name == name }?.type ?? owner?.attribute(name)?.type
                ?? type
            let property = propertyName(name)
            let isHidden = isShadowed(property) || bound["self.\(name)"]?.text == property
            let path = isHidden ? "self.\(property)" : property
            let text = evaluated(translate(value, as: stored))
            return text == path ? [] : [.line("\(path) = \(text)")]
        case .member(let base, let name, let type):
            let object = present(base)
            let property = storedProperty(name, of: base)
            if context.isConfiguration(base.type), storageType(base).isOptional, object.isThrowing {
                // A part of a configuration, which has to be there.
                let part = translateUnconverted(base).receiver
                return [
                    .line("_ = \(evaluated(object))"),
                    .line("\(part)?.\(property) = \(evaluated(translate(value, as: type)))"),
                ]
            }
            return [
                .line(
                    "\(object.receiver).\(property) = \(evaluated(translate(value, as: type)))")
            ]
        case .libraryMember(let base, let swift, let type):
            let place = member(of: base, swift).text
            let new = evaluated(translate(value, as: type))
            guard case .library(let layer) = base.type.unwrapped, type.unwrapped == .array,
                context.table.types[layer]?.isModule == true
            else { return [.line("\(place) = \(new)")] }
            // A layer's arrays are constants that hold other values afterwards.
            return [.line("\(place)._updateInternal(\(new))")]
        case .element(let base, let index):
            let expected: PythonType? =
                switch base.type.unwrapped {
                case .json, .library("RoPEScaling"): .json
                case .list(let element), .dictionary(_, let element): element
                default: optionalElement(of: base.type)
                }
            let (object, key) = (translate(base), translate(index, as: base.keyType))
            // Without a JSON value, the assignment would remove the entry.
            let new =
                expected == .json && value.type == .optional(.json)
                ? jsonValue(value)
                : base.type == .library("WeightTree")
                    ? translateBranch(value) : translate(value, as: expected)
            let position = countedIndex(index, of: base, object) ?? key.text
            let place = "\(object.receiver)[\(position)]"
            if object.isThrowing, base.type == .json,
                case .element(let outer, let entry) = base.kind,
                outer.type == .json
            {
                // What is set is an entry of an entry, which has to be there.
                let inside = "\(translate(outer).receiver)[\(translate(entry).text)]"
                return [
                    .line("_ = \(evaluated(object))"),
                    .line("\(inside)?[\(position)] = \(evaluated(new))"),
                ]
            }
            if base.type.unwrapped == .json, storageType(base) == .optional(.json), canThrow {
                // It has to be there.
                return [
                    .line("_ = \(evaluated(unwrapped(object, named: base)))"),
                    .line("\(object.receiver)?[\(position)] = \(evaluated(new))"),
                ]
            }
            guard object.isThrowing || key.isThrowing else {
                return [.line("\(place) = \(evaluated(new))")]
            }
            return [
                .line(evaluated(SwiftExpression("\(place) = \(new.text)", isThrowing: true)))
            ]
        case .sliced(let base, let indices):
            switch value.type.unwrapped {
            case .array: break
            case PythonType.hostArray: break
            case .integer where base.type == .hostArray:
                // float32 does not hold all of them.
                let number = translate(value, as: .integer).text
                return [.line("\(translateSlice(base, indices).text) = MLXArray(\(number))")]
            case .integer, .float:
                // The engine converts what is assigned to the array's element type.
                let number = translate(value, as: .float)
                return [
                    .line(
                        "\(translateSlice(base, indices).text) = MLXArray(Float(\(number.text)))")
                ]
            default:
                report(
                    "assignment to a slice", at: value.span, type: value.type,
                    "only an array or a number can be assigned")
                return []
            }
            return [
                .line(
                    "\(translateSlice(base, indices).text) = \(evaluated(translate(value, as: .array)))"
                )
            ]
        case .tuple(let targets):
            return assignTuple(targets, value)
        }
    }

    func assignLocal(_ name: String, _ value: TypedExpression) -> [SwiftStatement] {
        let swiftName = localName(name)
        if let source = sameInteger(name, value) {
            declare(name, as: source, type: .integer)
            return []
        }
        // What is None on all paths is read nowhere.
        let held = plan.locals[name]?.type ?? storage[name]
        if value.type == .none, held == PythonType.none { return [] }
        if redeclared.contains(name), !declared.contains(name) {
            let isUnread = storage[name] == PythonType.none && !plan.readNames.contains(name)
            if isUnread, !value.hasEffects { return [] }
            // The local holds what the assignments say, whatever the parameter held.
            let type = function.body.assignedType(of: name)
            let translated = evaluated(translate(value, as: type))
            declared.insert(name)
            storage[name] = type
            let isMutable =
                function.body.assignmentCount(of: name) > 1 || plan.mutatedNames.contains(name)
            // What a parameter is without its `None` has the type that is left.
            let isOfType = value.type == type || value.kind == .local(name)
            let annotation =
                isOfType && !value.needsAnnotation ? "" : ": \(context.swift(type))"
            return [
                .line(
                    "\(isMutable ? "var" : "let") \(names[name] ?? swiftName)\(annotation) = \(translated)"
                )
            ]
        }
        guard let local = plan.locals[name], !declared.contains(name) else {
            let type = storage[name] ?? value.type
            let translated = translate(value, as: type).afterAssignment
            return [.line("\(names[name] ?? swiftName) = \(evaluated(translated))")]
        }
        if local.type == .none {
            // Always None: what reads it says so.
            declare(name, as: swiftName, type: .none)
            return []
        }
        reportConflict(name, local, at: value.span)
        if local.type == .array, [.integer, .float, .boolean].contains(value.type) {
            report(
                "local '\(name)'", at: value.span, type: value.type,
                "holds a number here and an array elsewhere")
        }
        guard plan.readNames.contains(name) else {
            return value.hasEffects ? [.line("_ = \(evaluated(translate(value)))")] : []
        }
        var text = translate(value, as: local.type)
        if local.type == .dtype { text = text.qualified(by: "DType") }
        let translated = evaluated(text)
        declare(name, as: swiftName, type: local.type)
        let annotation =
            value.type == local.type && !value.needsAnnotation
            ? "" : ": \(context.swift(local.type))"
        return [
            .line("\(local.isMutable ? "var" : "let") \(swiftName)\(annotation) = \(translated)")
        ]
    }

    /// The Swift name of the local of which `h = int(h)` makes the same number.
    func sameInteger(_ name: String, _ value: TypedExpression) -> String? {
        guard case .call(let call) = value.kind, call.callee == .builtin("int"),
            case .local(let source)? = call.arguments.first?.value.kind, source != name,
            source.withoutSplitMark == name.withoutSplitMark, storage[source] == .integer,
            plan.locals[name]?.isMutable == false, plan.locals[source]?.isMutable != true,
            !declared.contains(name), plan.readNames.contains(name), let given = names[source]
        else { return nil }
        return given
    }

    /// Reports a local that is set to values of two types.
    func reportConflict(_ name: String, _ local: BindingPlan.Local, at span: SourceSpan) {
        guard !local.conflict.isEmpty, plan.readNames.contains(name) else { return }
        report(
            "local '\(name.withoutSplitMark)'", at: span,
            "holds \(local.conflict[0]) here and \(local.conflict[1]) elsewhere",
            hint: "Swift's variables have one type")
    }

    func declare(_ name: String, as swiftName: String, type: PythonType) {
        declared.insert(name)
        names[name] = swiftName
        storage[name] = type
    }

    func translateAugmentedAssignment(
        _ target: TypedTarget, _ operation: BinaryOperator, _ value: TypedExpression,
        _ statement: TypedStatement
    ) -> [SwiftStatement] {
        guard [.add, .subtract, .multiply, .divide].contains(operation) else {
            return translateUpdate(target, operation, value, statement)
        }
        let left: String
        switch target {
        case .local(let name, _): left = names[name] ?? localName(name)
        case .attribute(let name, _): left = naming.member(name)
        case .sliced(let base, let indices): left = translateSlice(base, indices).text
        case .element(let base, let index):
            left = "\(translate(base).receiver)[\(translate(index, as: base.keyType).text)]"
        case .member(let base, let name, _):
            left = "\(present(base).receiver).\(swiftAttribute(name, of: base))"
        case .libraryMember(let base, let swift, _): left = member(of: base, swift).text
        case .tuple: left = "_"
        }
        let type: PythonType? = target.type == .float ? .float : nil
        return [
            .line(
                "\(left) \(operation.rawValue)= \(evaluated(translate(value, as: type ?? value.type.unwrapped)))"
            )
        ]
    }

    /// `x //= n` as `x = x // n`, for operators that Swift cannot update with.
    private func translateUpdate(
        _ target: TypedTarget, _ operation: BinaryOperator, _ value: TypedExpression,
        _ statement: TypedStatement
    ) -> [SwiftStatement] {
        let current: TypedExpressionKind
        let type: PythonType
        switch target {
        case .local(let name, let local): (current, type) = (.local(name), local)
        case .attribute(let name, let attribute):
            guard let owner else { fallthrough }
            let object = TypedExpression(
                .selfObject, .instance(owner.dottedName), span: statement.span)
            (current, type) = (.attribute(of: object, name: name), attribute)
        default:
            report("'\(operation.rawValue)='", at: statement.span, "is only supported on a name")
            return []
        }
        let left = TypedExpression(current, type, span: statement.span)
        return translateAssignment(
            to: target,
            TypedExpression(.binary(left, operation, value), type, span: statement.span))
    }
}

extension SwiftExpression {
    /// The value behind `name =`: elementwise comparisons stand in parentheses there, as the format's
    /// rules know the standard library's operators alone.
    fileprivate var afterAssignment: SwiftExpression {
        guard precedence == .comparison, text.contains(" .") else { return self }
        return SwiftExpression("(\(text))", isThrowing: isThrowing)
    }
}
