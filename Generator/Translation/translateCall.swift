import Analysis
import Operations
import PythonSyntax

extension FunctionTranslator {
    func translateCall(_ call: TypedCall, _ whole: TypedExpression) -> SwiftExpression {
        switch call.callee {
        case .operation(let operation):
            return translateOperation(operation, call, whole)
        case .initializer(let className):
            return translateInitializer(className, call)
        case .method(let receiver, let className, let name):
            let object = present(receiver)
            let isSelf = receiver.kind == .selfObject
            // A protocol's methods have no defaults.
            let classes = receiver.type.alternatives
            let arguments = translateArguments(
                call, of: context.classes[className]?.method(name), isComplete: classes != nil)
            if context.classes[className]?.method(name)?.isStatic == true {
                let type = isSelf ? "Self" : naming.type(className)
                return SwiftExpression(
                    "\(type).\(naming.member(name))(\(arguments.text))",
                    isThrowing: context.throwingFunctions.contains("\(className).\(name)")
                        || arguments.isThrowing)
            }
            if isSelf, owner?.kind == .dataclass, let changed = call.changedAttribute {
                report(
                    "argument '\(changed.parameter)'", at: changed.value.span,
                    "is a part of the object whose method changes it",
                    hint: "make the method static, or a function")
            }
            let own =
                isShadowed(naming.member(name))
                ? "self.\(naming.member(name))" : naming.member(name)
            let path =
                name == "__call__"
                ? object.receiver : isSelf ? own : "\(object.receiver).\(naming.member(name))"
            let throwing = (classes ?? [className]).contains {
                context.throwingFunctions.contains("\($0).\(name)")
            }
            let isThrowing = throwing || object.isThrowing || arguments.isThrowing
            if name == "__call__", let typed = context.classes[className],
                context.overloadsCall(typed)
            {
                return SwiftExpression(
                    "\(path)(\(arguments.text)) as \(context.swift(whole.type))", .cast,
                    isThrowing: isThrowing)
            }
            return SwiftExpression("\(path)(\(arguments.text))", isThrowing: isThrowing)
        case .function(let dotted):
            let arguments = translateArguments(call, of: context.function(dotted))
            let throwing = context.throwingFunctions.contains(dotted)
            return SwiftExpression(
                "\(naming.function(dotted))(\(arguments.text))",
                isThrowing: throwing || arguments.isThrowing)
        case .localFunction(let name):
            let local = localFunctions[name]
            let arguments = translateArguments(call, of: local?.function)
            return SwiftExpression(
                "\(naming.member(name))(\(arguments.text))",
                isThrowing: local?.isThrowing == true || arguments.isThrowing)
        case .builtin(let name):
            return translateBuiltin(name, call, whole)
        }
    }

    // MARK: Compiled classes

    private func translateInitializer(_ className: String, _ call: TypedCall) -> SwiftExpression {
        let name = naming.type(className)
        if let typed = context.classes[className], typed.kind == .dataclass {
            // All fields have their defaults, as in a file that states none.
            return call.arguments.isEmpty && typed.isDecoded
                ? SwiftExpression("\(name).withDefaults()", isThrowing: true) : made(typed, call)
        }
        let initializer = context.classes[className]?.method("__init__")
        let arguments = translateArguments(call, of: initializer)
        let throwing =
            context.throwingFunctions.contains("\(className).__init__")
            || context.component(for: className) != nil
        return SwiftExpression(
            "\(name)(\(arguments.text))", isThrowing: throwing || arguments.isThrowing)
    }

    /// `BlockConfiguration(kernelSize: 3)`
    private func made(_ typed: TypedClass, _ call: TypedCall) -> SwiftExpression {
        let given = typed.fields.compactMap { field -> SwiftExpression? in
            guard let value = call.argument(field.name), value.kind != field.defaultValue?.kind
            else { return nil }
            let translated = translate(value, as: field.type)
            let label = context.property(field.name, of: typed.dottedName)
            return SwiftExpression(
                "\(label.asArgumentLabel): \(translated.text)", isThrowing: translated.isThrowing)
        }
        return list(given, "\(naming.type(typed.dottedName))(", ")")
    }

    /// The first argument has no label, the others have their parameter's name; what equals the
    /// default is left out.
    ///
    /// - Parameter isComplete: whether defaults are written out.
    private func translateArguments(
        _ call: TypedCall, of callee: TypedFunction?, isComplete: Bool = false
    ) -> SwiftExpression {
        guard let callee else { return SwiftExpression("") }
        var isThrowing = false
        let texts = callee.parameters.enumerated().compactMap { position, parameter -> String? in
            if parameter.isArrayBesideNumber,
                call.argument(parameter.name)?.type.unwrapped != .array
            {
                report(
                    "argument '\(parameter.name)'", at: function.span,
                    "is a number in a call of '\(callee.name)', and an array in others",
                    hint: "an operation takes a number otherwise than an array of one")
            }
            let usual = isComplete || parameter.isChanged ? parameter.defaultValue : nil
            guard let value = call.argument(parameter.name) ?? usual, parameter.type != .none else {
                return nil
            }
            if !isComplete, !parameter.isChanged, let defaultValue = parameter.defaultValue,
                value.kind == defaultValue.kind
            {
                return nil
            }
            let translated =
                parameter.isChanged
                ? changed(value, parameter) : translate(value, as: parameter.type)
            isThrowing = isThrowing || translated.isThrowing
            let label = FunctionTranslator.label(parameter, position: position, naming: naming)
            return label.map { "\($0.asArgumentLabel): \(translated.text)" } ?? translated.text
        }
        return SwiftExpression(texts.joined(separator: ", "), isThrowing: isThrowing)
    }

    /// `&weights`, a variable that the callee changes.
    private func changed(_ value: TypedExpression, _ parameter: TypedParameter) -> SwiftExpression {
        func refused(_ message: String, hint: String) {
            report(
                "argument '\(parameter.name)'", at: value.span, type: value.type, message,
                hint: hint
            )
        }
        let stored = storageType(value)
        if !isVariable(value) {
            refused(
                "is changed by the call, and is no variable", hint: "give it a name before the call"
            )
        } else if stored != parameter.type || stored.isOptional {
            refused(
                "is changed by the call, which takes \(parameter.type) for it",
                hint: "a variable that is changed has the type of the parameter")
        }
        return SwiftExpression("&\(translateUnconverted(value).text)")
    }

    /// Whether Swift holds a value in a variable of the function's or of its object's.
    private func isVariable(_ value: TypedExpression) -> Bool {
        switch value.kind {
        case .local: true
        case .attribute(let base, _): base.kind == .selfObject
        default: false
        }
    }

    /// The argument label of a parameter: none for the first.
    static func label(_ parameter: TypedParameter, position: Int, naming: Naming) -> String? {
        position == 0 ? nil : naming.member(parameter.name)
    }
}

extension TypedCall {
    /// An argument that the callee changes and that is an attribute of the caller's object.
    fileprivate var changedAttribute: TypedArgument? {
        arguments.first {
            guard $0.isChanged, case .attribute(let base, _) = $0.value.kind else { return false }
            return base.kind == .selfObject
        }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
