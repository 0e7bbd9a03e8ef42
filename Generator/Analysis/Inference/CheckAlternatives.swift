import Operations
import PythonSyntax

/// What code asks of values that are instances of one of several classes.
public struct LayerRequirements: Hashable, Sendable {
    /// By method, the class whose signature the calls have.
    public var methods: [String: String] = [:]
    /// Attributes that are read, with the type that they have in each of the classes.
    public var attributes: [String: PythonType] = [:]
    /// What stands for an attribute that some of the classes lack.
    public var defaults: [String: TypedExpression] = [:]
}

/// Layers whose class a branch decides: what all the classes have is used through a protocol; a call or
/// an attribute that only some have tells that the value is one of those, as Python would fail otherwise.
extension FunctionChecker {
    /// Instances of layers of the sources, of one class or another.
    func alternatives(_ left: PythonType, _ right: PythonType) -> PythonType? {
        guard let first = layerClasses(left.unwrapped), let second = layerClasses(right.unwrapped)
        else { return nil }
        let either = PythonType.either(anyOf: first + second)
        return left.isOptional || right.isOptional ? either.madeOptional : either
    }

    /// The same for an attribute, by all the classes whose instances it has been seen to hold: the
    /// protocol of some of them may not be one of all.
    func alternatives(
        _ known: PythonType, _ type: PythonType, heldBy name: String, of owner: ClassInfo
    ) -> PythonType? {
        guard let held = program.heldTypes["\(owner.dottedName).\(name)"], held.count > 2,
            case .library(let common) = known.unwrapped,
            program.table.types[common]?.isProtocol == true, known.joined(with: type) == nil,
            commonProtocol(known, type) == nil
        else { return nil }
        let classes = held.compactMap { layerClasses($0) }
        guard classes.count == held.count else { return nil }
        let either = PythonType.either(anyOf: classes.flatMap { $0 })
        return known.isOptional || type.isOptional ? either.madeOptional : either
    }

    func layerClasses(_ type: PythonType) -> [String]? {
        switch type {
        case .instance(let name): program.classInfo(name)?.kind == .module ? [name] : nil
        case .either(let names): names
        default: nil
        }
    }

    /// A value as an instance of fewer classes than its type says.
    func seen(_ value: TypedExpression, as type: PythonType) -> TypedExpression {
        TypedExpression(.downcast(value, type, isForced: true), type, span: value.span)
    }

    // MARK: Calls

    /// A call of a method of a value that is an instance of one of some classes.
    func callMethod(
        _ name: String, ofEither names: [String], _ receiver: TypedExpression,
        _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        let methods = names.compactMap { className -> FunctionInfo? in
            guard let method = program.classInfo(className)?.methods[name], !method.isProperty
            else { return nil }
            return method
        }
        guard let any = methods.first else { return nil }
        // A call that all take is one through the protocol, whatever the branches say.
        let isCommon = methods.count == names.count && methods.allSatisfy { $0.accepts(arguments) }
        let possible = isCommon ? names : possibleClasses(of: receiver, among: names)
        let accepting = methods.filter {
            $0.accepts(arguments) && possible.contains($0.owner ?? "")
        }
        guard accepting.count > 1, let pattern = signature(of: accepting, for: arguments) else {
            // None is told what the first one lacks.
            let only = accepting.first ?? any
            return callMethod(
                only, of: seen(receiver, as: .instance(only.owner ?? "")), only.owner ?? "",
                arguments, span: span)
        }
        let classes = accepting.compactMap(\.owner)
        if name == "__call__", accepting.allSatisfy({ $0.parameters.count == 1 }),
            let call = program.table.call(of: "UnaryLayer")
        {
            for className in classes { program.conform(className, to: "UnaryLayer") }
            return callOperation(
                call, arguments, receiver: seen(receiver, as: .library("UnaryLayer")), span: span,
                receiverName: "self")
        }
        let shared =
            classes.count == names.count ? receiver : seen(receiver, as: .either(anyOf: classes))
        let result = callMethod(
            pattern, of: shared, pattern.owner ?? "", arguments, span: span)
        for method in accepting where method !== pattern {
            _ = quietly {
                callMethod(method, of: shared, method.owner ?? "", arguments, span: span)
            }
        }
        unify(accepting, with: pattern, span: span)
        require(of: classes) { $0.methods[name] = pattern.owner }
        return TypedExpression(result.kind, pattern.resultType, span: span)
    }

    /// Of the methods that take the arguments under their own names, the one with the fewest parameters.
    private func signature(of methods: [FunctionInfo], for arguments: [Argument]) -> FunctionInfo? {
        let positional = arguments.count { $0.label == .positional }
        let keywords = arguments.compactMap {
            if case .keyword(let name) = $0.label { name } else { nil }
        }
        let complete = methods.filter { method in
            method.parameters.count >= positional
                && keywords.allSatisfy { name in method.parameters.contains { $0.name == name } }
        }
        return complete.min { $0.parameters.count < $1.parameters.count }
    }

    /// Gives parameters of one name, and the results, one type.
    private func unify(_ methods: [FunctionInfo], with pattern: FunctionInfo, span: SourceSpan) {
        for parameter in pattern.parameters {
            let having = methods.filter { $0.parameters.contains { $0.name == parameter.name } }
            for one in having {
                guard let type = one.parameterTypes[parameter.name] else { continue }
                for other in having where other !== one {
                    program.widen(parameter.name, of: other, with: type)
                    program.noteFacts(ArrayFacts(), of: parameter.name, in: other)
                }
            }
        }
        let known = methods.map(\.resultType).filter { $0 != .unknown }
        let result = known.dropFirst().reduce(known.first ?? .unknown) { join($0, $1, at: span) }
        for method in methods where method.resultType != .unknown && method.resultType != result {
            method.declaredResult = result
            method.resultType = result
            program.changed = true
        }
    }

    private func require(of classes: [String], _ change: (inout LayerRequirements) -> Void) {
        let names = Set(classes).sorted()
        var requirements = program.requirements[names] ?? LayerRequirements()
        change(&requirements)
        guard program.requirements[names] != requirements else { return }
        program.requirements[names] = requirements
        program.changed = true
    }

    // MARK: Attributes

    /// An attribute of a value that is an instance of one of some classes.
    func attribute(
        _ name: String, ofEither names: [String], _ object: TypedExpression, span: SourceSpan
    ) -> TypedExpression? {
        let found = names.compactMap { className -> (className: String, type: PythonType)? in
            let one = TypedExpression(object.kind, .instance(className), span: object.span)
            return quietly { attribute(name, of: one, span: span) }.map { (className, $0.type) }
        }
        guard let first = found.first else { return nil }
        if let chosen = attribute(name, ofChosen: object, span: span) { return chosen }
        if found.count == 1 {
            return attribute(name, of: seen(object, as: .instance(first.className)), span: span)
        }
        let types = Set(found.map(\.type))
        let common =
            types.count == 1
            ? first.type
            : program.commonField(
                name,
                of: Dictionary(uniqueKeysWithValues: found.map { ($0.className, $0.type) }))
        guard let common else {
            if let choice = choice(of: name, of: object, held: found, span: span) { return choice }
            let classes = found.map { "\($0.type) of \($0.className)" }.joined(separator: ", ")
            report(
                "attribute '\(name)'", at: span, type: object.type,
                "has another type by the class: \(classes)")
            return TypedExpression(.attribute(of: object, name: name), first.type, span: span)
        }
        let classes = found.map(\.className)
        let shared =
            classes.count == names.count ? object : seen(object, as: .either(anyOf: classes))
        require(of: classes) { $0.attributes[name] = common }
        return TypedExpression(.attribute(of: shared, name: name), common, span: span)
    }
}

extension FunctionInfo {
    /// Whether a call may pass these arguments.
    fileprivate func accepts(_ arguments: [Argument]) -> Bool {
        let positional = arguments.count { $0.label == .positional || $0.label == .starred }
        guard positional <= parameters.count || takesAnyPositional else { return false }
        var given = Set(parameters.prefix(positional).map(\.name))
        for argument in arguments {
            switch argument.label {
            case .keyword(let name):
                guard keywordsName != nil || parameters.contains(where: { $0.name == name }) else {
                    return false
                }
                given.insert(name)
            case .starred, .doubleStarred: return true
            case .positional: break
            }
        }
        return parameters.allSatisfy { $0.defaultValue != nil || given.contains($0.name) }
    }

    /// Whether the body does nothing with its `**kwargs`.
    var ignoresKeywords: Bool {
        guard let name = keywordsName else { return true }
        return !definition.body.contains { $0.mentions(name: name) }
    }
}

extension Statement {
    fileprivate func mentions(name: String) -> Bool {
        expressions.contains { $0.mentions(name: name) }
            || statements.contains { $0.mentions(name: name) }
    }
}

extension Expression {
    /// Whether the name stands somewhere in the expression.
    func mentions(name: String) -> Bool {
        simpleName == name || children.contains { $0.mentions(name: name) }
    }
}
