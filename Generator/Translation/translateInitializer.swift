import Analysis
import Operations
import PythonSyntax

extension FunctionTranslator {
    /// `self.a = b = value` in `__init__`.
    func translateInitializerAssignment(
        _ targets: [TypedTarget], _ value: TypedExpression
    ) -> [SwiftStatement] {
        let locals = targets.filter { if case .attribute = $0 { false } else { true } }
        let attributes = targets.compactMap {
            if case .attribute(let name, _) = $0 { name } else { nil }
        }
        var statements: [SwiftStatement] = []
        var alias: SwiftExpression?
        for target in locals {
            statements += translateAssignment(to: target, value)
            if case .local(let name, _) = target, let known = names[name], declared.contains(name) {
                alias = SwiftExpression(known)
            }
        }
        for name in attributes {
            statements += assign(name, value, alias: alias)
        }
        return statements
    }

    private func assign(
        _ name: String, _ value: TypedExpression, alias: SwiftExpression?
    ) -> [SwiftStatement] {
        let path = "self.\(name)"
        if let alias {
            bound[path] = alias
            return isEmitted(attribute: name) ? assignAttribute(name, alias) : []
        }
        if function.body.assignmentCount(ofAttribute: name) > 1, isReadLater(path) {
            // What it holds later depends on the way there: reading it reads the property.
            return assignAttribute(name, translate(value, as: owner?.attribute(name)?.type))
        }
        let type = owner?.attribute(name)?.type
        let translated = translate(value, as: type)
        if function.changesInPlace(attribute: name) {
            return isEmitted(attribute: name) ? assignAttribute(name, translated) : []
        }
        if value.isStable {
            // Reading the attribute later in `__init__` reads what it was set from.
            bound[path] = translated
            return isEmitted(attribute: name) ? assignAttribute(name, translated) : []
        }
        guard isReadLater(path) else {
            return isEmitted(attribute: name) ? assignAttribute(name, translated) : []
        }
        let local = copyName(of: name)
        let declaration = SwiftStatement.line("let \(local) = \(evaluated(translated))")
        bound[path] = SwiftExpression(local)
        return [declaration]
            + (isEmitted(attribute: name) ? assignAttribute(name, SwiftExpression(local)) : [])
    }

    /// A name for what an attribute is set to, which no local of the initialiser has.
    private func copyName(of attribute: String) -> String {
        let name = naming.member(attribute)
        let locals = Set(plan.locals.keys.map { localName($0) })
        let isParameter = function.parameters.contains { naming.member($0.name) == name }
        guard !isParameter, locals.contains(name) else { return name }
        let numbered = (2...).lazy.map { "\(name)\($0)" }
        return numbered.first { !locals.contains($0) }!
    }

    /// Sets a stored property: through the wrapper for modules and parameters.
    func assignAttribute(_ name: String, _ value: SwiftExpression) -> [SwiftStatement] {
        let swiftName = propertyName(name)
        guard let attribute = owner?.attribute(name) else { return [] }
        if context.wrapper(for: attribute) != nil {
            return [.line("_\(swiftName).wrappedValue = \(evaluated(value))")]
        }
        let needsSelf = value.text == swiftName || names.values.contains(swiftName)
        return [.line("\(needsSelf ? "self." : "")\(swiftName) = \(evaluated(value))")]
    }

    /// What `__init__` sets for an attribute that is one of several targets.
    func assignedProperty(_ name: String) -> String {
        guard isInitializer, let attribute = owner?.attribute(name),
            context.wrapper(for: attribute) != nil
        else { return propertyName(name) }
        return "_\(propertyName(name)).wrappedValue"
    }

    /// The stored property of an attribute.
    func propertyName(_ name: String) -> String {
        owner.map { context.property(name, of: $0.dottedName) } ?? naming.member(name)
    }

    /// The property behind an instance that holds an attribute: a configuration that extends another one holds
    /// that one's.
    func storedProperty(_ name: String, of base: TypedExpression) -> String {
        let property = swiftAttribute(name, of: base)
        guard case .instance(let className) = base.type.unwrapped,
            let typed = context.classes[className], context.isInherited(name, by: typed)
        else { return property }
        return "base.\(property)"
    }

    /// Whether the class keeps a property for the attribute: modules and arrays always, as they are
    /// what weights are loaded into; others where something reads them.
    func isEmitted(attribute name: String) -> Bool {
        context.isEmitted(attribute: name, of: owner) ?? false
    }

    private func isReadLater(_ path: String) -> Bool {
        function.body.contains { $0.contains { $0.path == path } }
    }

    /// `sequence.firstIndex { … }`
    func quantified(
        _ sequence: SwiftExpression, _ method: String, _ pattern: Pattern, _ test: SwiftExpression
    ) -> SwiftExpression {
        closureCall(sequence, method, pattern, test)
    }
}

extension FamilyContext {
    /// The stored property of an attribute. The module system leaves properties with an underscore
    /// alone, as Python's does attributes, so arrays that are no parameters keep theirs.
    func property(_ attribute: String, of className: String) -> String {
        if let own = ownCacheMember(attribute, of: className) { return own }
        let name = distinctMember(attribute, of: className)
        let field = attribute.drop { $0 == "_" }
        if field.count < attribute.count, let owner = classes[className],
            owner.fields.contains(where: { $0.name == field })
        {
            // A file may have an entry under either name.
            return "_\(name)"
        }
        guard let typed = classes[className]?.attribute(attribute), typed.isOfModule,
            wrapper(for: typed) == nil, typed.type.unwrapped.listElement == .array
        else { return name }
        return "_\(name)"
    }

    /// The Swift name of an attribute. Where the table has a name for it that another attribute has as well, it keeps
    /// the plain one: `args` beside `config`.
    private func distinctMember(_ attribute: String, of className: String) -> String {
        let name = naming.member(attribute)
        guard naming.hasOverride(attribute) else { return name }
        let plain = attribute.camelCase.escapedKeyword
        guard name != plain, let owner = classes[className],
            let own = owner.attribute(attribute), own.isOfModule
        else { return name }
        let others = owner.attributes.filter {
            $0.name != attribute && naming.member($0.name) == name && isEmitted($0, of: owner)
                && !areOneConfiguration($0, own)
        }
        let isTaken = others.contains { other in
            // Of two names from the table the first one stands.
            other.name.camelCase.escapedKeyword == name
                || owner.attributes.prefix { $0.name != attribute }.contains(other)
        }
        return isTaken && isEmitted(own, of: owner) ? plain : name
    }

    /// Whether two attributes hold a configuration that was passed under one name: `self.args = self.config = args`.
    func areOneConfiguration(_ first: TypedAttribute, _ second: TypedAttribute) -> Bool {
        isConfiguration(first.type) && first.type == second.type
    }

    /// The property wrapper under which the module system finds an attribute; `nil` for plain values.
    func wrapper(for attribute: TypedAttribute) -> String? {
        guard attribute.isOfModule else { return nil }
        return switch attribute.type.unwrapped.listElement {
        case .array: attribute.name.hasPrefix("_") ? nil : "ParameterInfo"
        case .instance(let name): classes[name]?.kind == .module ? "ModuleInfo" : nil
        case .either: isConfiguration(attribute.type) ? nil : "ModuleInfo"
        case .library(let name):
            // A layer behind a protocol can be replaced too, by a quantised one.
            table.types[name]?.isModule == true ? "ModuleInfo" : nil
        default: nil
        }
    }

    /// Whether the class keeps a property for the attribute of a name; nil if it has none.
    func isEmitted(attribute name: String, of owner: TypedClass?) -> Bool? {
        guard let owner, let attribute = owner.attribute(name) else { return nil }
        return isEmitted(attribute, of: owner)
    }

    func isEmitted(_ attribute: TypedAttribute, of owner: TypedClass) -> Bool {
        if wrapper(for: attribute) != nil { return true }
        switch attribute.type.unwrapped.listElement {
        case .library(let name) where table.types[name]?.isModule == true: return true
        case .array: return true
        default: return settledReads.contains("\(owner.dottedName).\(attribute.name)")
        }
    }
}

extension PythonType {
    /// Whether it is a list, and there.
    var isList: Bool { if case .list = self { true } else { false } }

    /// The element type of a list of lists of it; the type itself if it is no list.
    var listElement: PythonType {
        if case .list(let element) = self { element.unwrapped.listElement } else { self }
    }
}

extension TypedExpression {
    /// Whether the expression can be repeated instead of kept: a parameter, a literal, or an entry of
    /// a configuration.
    fileprivate var isStable: Bool {
        switch kind {
        case .constant, .local: true
        case .attribute(let base, _): base.isStable
        default: false
        }
    }
}

extension [TypedStatement] {
    /// How many statements of the block and its inner blocks set an attribute of `self`.
    fileprivate func assignmentCount(ofAttribute name: String) -> Int {
        reduce(0) { count, statement in
            var own = 0
            switch statement.kind {
            case .assign(let targets, _):
                for case .attribute(name, _) in targets { own += 1 }
            case .augmentedAssign(.attribute(name, _), _, _): own = 1
            default: break
            }
            return count + own
                + statement.blocks.reduce(0) { $0 + $1.assignmentCount(ofAttribute: name) }
        }
    }
}
