import Operations
import PythonSyntax

/// A statement that is being checked, with the exception that Python raises in it, if it does.
struct CheckedStatement {
    let statement: Statement
    var exception: (name: String, message: String)?
}

/// Attributes that a value never has. In a branch Python raises where it gets there, and so does the Swift. Where a
/// function cannot but get there it has never worked, and that is reported.
extension FunctionChecker {
    /// The typed form of a statement; none where it does nothing that Swift has to do.
    func check(_ statement: Statement) -> [TypedStatement] {
        let outer = checked
        checked = CheckedStatement(statement: statement)
        defer { checked = outer }
        let reported = program.diagnostics.diagnostics.count
        var typed: [TypedStatement] = []
        if !readsMissingAttribute(statement) { typed = checkKind(of: statement) }
        guard let exception = checked?.exception else { return typed }
        isThrowing = true
        program.diagnostics.removeAll(behind: reported)
        let message = TypedExpression(
            .constant(.string(exception.message)), .string, span: statement.span)
        return [
            TypedStatement(
                .raise(exception: exception.name, message: message), span: statement.span)
        ]
    }

    /// Whether a statement in a branch reads an attribute that a name's value never has. Then nothing else of it is
    /// done, and none of the functions that it calls is reached.
    private func readsMissingAttribute(_ statement: Statement) -> Bool {
        guard !facts.isEmpty, let (expression, message) = missingAttribute(in: statement) else {
            return false
        }
        return raises("AttributeError", message, at: expression.span)
    }

    /// The first attribute that a statement reads in any case and that a name's value never has, with what Python says.
    func missingAttribute(in statement: Statement) -> (Expression, String)? {
        statement.evaluated.flatMap(\.evaluated).lazy.compactMap { expression in
            guard case .attribute(let base, let name) = expression.kind, base.isNameOrAttributePath,
                base.rootName.map({ self.locals[$0] != nil || $0 == self.selfName }) == true
            else { return nil }
            let object = self.check(base, quietly: true)
            return self.program.attributeError(of: object.type, name).map { (expression, $0) }
        }.first
    }

    /// Reports an attribute or method that is not known, unless Python raises there as well.
    func reportUnknown(
        _ construct: String, _ name: String, of object: TypedExpression, span: SourceSpan,
        hint: String? = nil
    ) {
        if let message = program.attributeError(of: object.type, name),
            raises("AttributeError", message, at: span)
        {
            return
        }
        report(
            "\(construct) '\(name)'", at: span, type: object.type, "is not known on this value",
            hint: hint)
    }

    /// Whether Python raises an exception in place of the statement that is being checked: in a branch, where the
    /// statement evaluates the expression at a place whatever else it does.
    func raises(_ exception: String, _ message: String, at span: SourceSpan) -> Bool {
        guard !facts.isEmpty, span != .synthesized,
            checked?.statement.evaluated.flatMap(\.evaluated).contains(where: { $0.span == span })
                == true
        else { return false }
        if checked?.exception == nil { checked?.exception = (exception, message) }
        return true
    }
}

extension Program {
    /// What Python says of a value that certainly has no attribute of a name; `nil` where it may have one.
    fileprivate func attributeError(of type: PythonType, _ name: String) -> String? {
        pythonName(of: type.unwrapped, lacking: name).map {
            "'\($0)' object has no attribute '\(name)'"
        }
    }

    /// What Python calls the type of such a value.
    private func pythonName(of type: PythonType, lacking name: String) -> String? {
        guard !name.hasPrefix("__") else { return nil }
        switch type {
        case .array:
            let isKnown =
                name == "shape" || table.builtinAttributes["array"]?[name] != nil
                || table.builtinMethods["array"]?[name] != nil
            return isKnown || Self.unusedArrayAttributes.contains(name) ? nil : "array"
        case .instance(let className):
            guard let info = classInfo(className), lacks(name, info) else { return nil }
            return info.definition.name
        case .library(let swiftName):
            return pythonName(ofLibraryType: swiftName, lacking: name)
        default:
            return nil
        }
    }

    /// Attributes of arrays that the table has no rows for.
    private static let unusedArrayAttributes: Set<String> = [
        "conj", "diag", "diagonal", "imag", "logcumsumexp", "mT", "real",
    ]

    // MARK: Classes of the sources

    private func lacks(_ name: String, _ info: ClassInfo) -> Bool {
        guard info.extendedLayer == nil, info.attributes[name] == nil, info.methods[name] == nil,
            !info.fields.contains(where: { $0.name == name })
        else { return false }
        return pythonClass(info.definition, in: info.moduleName, has: name) == false
            && !isSetFromOutside(name, of: info.definition.name)
            || isSetBehindExceptions(name, info)
    }

    /// Whether only `__init__` sets an attribute, and never gets there.
    private func isSetBehindExceptions(_ name: String, _ info: ClassInfo) -> Bool {
        guard info.methods["__init__"]?.isChecked == true else { return false }
        let members = info.definition.body.filter { $0.defines(name) }
        let others = info.definition.body.filter { !$0.defines(name) }
        let definition = ClassDefinition(
            name: info.definition.name, bases: info.definition.bases,
            keywords: info.definition.keywords, body: others,
            decorators: info.definition.decorators)
        return !members.isEmpty
            && members.allSatisfy {
                if case .function(let method) = $0.kind { method.name == "__init__" } else { false }
            } && pythonClass(definition, in: info.moduleName, has: name) == false
            && !isSetFromOutside(name, of: info.definition.name)
    }

    /// Whether some code gives an object an attribute of this name that is not `self`, or a class does so that extends
    /// the one in question.
    private func isSetFromOutside(_ name: String, of className: String) -> Bool {
        readScopes.contains { scope in
            scope.parsed.body.contains { $0.sets(name, besides: "self") }
                || scope.classes.values.contains { entry in
                    entry.definition.bases.contains { $0.lastComponent == className }
                        && entry.definition.body.contains { $0.defines(name) }
                }
        }
    }

    /// Whether instances of a class have an attribute of a name, as its Python says; `nil` if it does not say.
    func pythonClass(
        _ definition: ClassDefinition, in module: String, has name: String
    ) -> Bool? {
        if definition.body.contains(where: { $0.defines(name) }) { return true }
        let hooks = ["__getattr__", "__getattribute__", "__setattr__", "__slots__"]
        guard !definition.body.contains(where: { member in hooks.contains { member.defines($0) } })
        else { return nil }
        for base in definition.bases {
            switch self.base(base, in: module, has: name) {
            case false?: continue
            case let known: return known
            }
        }
        return false
    }

    private func base(_ base: Expression, in module: String, has name: String) -> Bool? {
        if base.simpleName == "object" { return false }
        switch resolve(base, in: module) {
        case .external("mlx.nn.Module")?: return Self.moduleAttributes.contains(name)
        case .definition(let origin, let original)?:
            guard let (definition, _) = try? scope(origin).classes[original] else { return nil }
            return pythonClass(definition, in: origin, has: name)
        default: return nil
        }
    }

    /// What `nn.Module` has, and `dict`, which it extends.
    private static let moduleAttributes: Set<String> = [
        "_extra_repr", "_set_training_mode", "_validate_keys", "_validate_keys_recursive", "apply",
        "apply_to_modules", "children", "clear", "copy", "eval", "filter_and_map", "freeze",
        "fromkeys", "get", "is_module", "items", "keys", "leaf_modules", "load_weights", "modules",
        "named_modules", "parameters", "pop", "popitem", "save_weights", "set_dtype", "setdefault",
        "state", "train", "trainable_parameter_filter", "trainable_parameters", "training",
        "unfreeze", "update", "update_modules", "valid_child_filter", "valid_parameter_filter",
        "values",
    ]

    // MARK: Classes of the package that are ported by hand

    /// The same for a type of the table: of a protocol, where no class below it has the attribute. Their Python is in
    /// the package.
    private func pythonName(ofLibraryType swiftName: String, lacking name: String) -> String? {
        guard table.attribute(name, of: swiftName) == nil, table.method(name, of: swiftName) == nil
        else { return nil }
        let rows = table.types.values.filter {
            !$0.isProtocol
                && ($0.swiftName == swiftName
                    || table.conformances(of: $0.swiftName).contains(swiftName))
        }
        // A row without Python's name says nothing of its class.
        let classes = rows.compactMap { row in row.python.map(packageName) ?? "" }
        guard !classes.isEmpty, classes.allSatisfy({ libraryClass($0, has: name) == false }) else {
            return nil
        }
        return rows.first { $0.swiftName == swiftName }?.python?.split(separator: ".").last
            .map(String.init) ?? swiftName
    }

    /// The dotted name of a class of the model packages; `nil` if another package than this one has it.
    private func packageName(_ python: String) -> String? {
        if python.hasPrefix("models.") { return "\(sources.packageName).\(python)" }
        return python.contains(".models.") && !python.hasPrefix("\(sources.packageName).")
            ? nil : python
    }

    private func libraryClass(_ dotted: String, has name: String) -> Bool? {
        guard let dot = dotted.lastIndex(of: ".") else { return nil }
        let module = String(dotted[..<dot])
        guard sources.contains(module: module),
            let (definition, _) = try? scope(module).classes[
                String(dotted[dotted.index(after: dot)...])]
        else { return nil }
        return pythonClass(definition, in: module, has: name)
    }
}

extension Statement {
    /// Whether the statement of a class's body gives its instances an attribute.
    fileprivate func defines(_ name: String) -> Bool {
        switch kind {
        case .function(let function):
            return function.name == name || function.body.contains { $0.sets(name) }
        case .assign(let targets, _): return targets.contains { $0.boundNames.contains(name) }
        case .annotatedAssign(let target, _, _): return target.simpleName == name
        default: return statements.contains { $0.defines(name) }
        }
    }

    /// Whether the statement, or one inside it, gives some object an attribute.
    ///
    /// - Parameter receiver: the name of the object that does not count.
    fileprivate func sets(_ name: String, besides receiver: String? = nil) -> Bool {
        let targets: [Expression] =
            switch kind {
            case .assign(let targets, _): targets
            case .annotatedAssign(let target, _, _), .augmentedAssign(let target, _, _): [target]
            case .for(let target, _, _, _): [target]
            case .with(let items, _): items.compactMap(\.target)
            default: []
            }
        return targets.contains { $0.sets(name, besides: receiver) }
            || expressions.contains { $0.setsByName(name) }
            || statements.contains { $0.sets(name, besides: receiver) }
    }

    /// The expressions that the statement evaluates whatever else it does, from the outside.
    fileprivate var evaluated: [Expression] {
        switch kind {
        case .assert(let test, _): [test]
        case .function, .class, .try, .with, .match: []
        default: expressions
        }
    }
}

extension Expression {
    fileprivate func sets(_ name: String, besides receiver: String?) -> Bool {
        switch kind {
        case .attribute(let base, name): receiver == nil || base.simpleName != receiver
        case .tuple(let elements), .list(let elements):
            elements.contains { $0.sets(name, besides: receiver) }
        case .starred(let inner): inner.sets(name, besides: receiver)
        default: false
        }
    }

    /// Whether the expression sets an attribute by a name that is, or may be, this one: `setattr(x, "name", y)`.
    fileprivate func setsByName(_ name: String) -> Bool {
        if case .call(let callee, let arguments) = kind,
            ["setattr", "__setattr__"].contains(callee.lastComponent)
        {
            let names = arguments.map(\.value.kind).filter {
                if case .constant(.string) = $0 { true } else { false }
            }
            if names.isEmpty || names.contains(.constant(.string(name))) { return true }
        }
        return children.contains { $0.setsByName(name) }
    }

    /// The expression and those inside it that are evaluated whenever it is.
    fileprivate var evaluated: [Expression] {
        let inner: [Expression] =
            switch kind {
            case .conditional(let test, _, _): [test]
            case .boolean(_, let operands): Array(operands.prefix(1))
            case .comparison(let first, let parts): [first] + parts.prefix(1).map(\.operand)
            case .comprehension(_, _, _, let clauses): clauses.prefix(1).map(\.iterable)
            case .lambda: []
            default: children
            }
        return [self] + inner.flatMap(\.evaluated)
    }
}
