import Analysis
import Operations

/// The protocol of configurations that are passed to the same code, and their conformances.
///
/// - Parameter methods: the methods that it asks for.
func translateConfigurationProtocol(
    _ shared: LayerProtocol, methods: [SwiftDeclaration], context: FamilyContext
) -> [SwiftDeclaration] {
    let bases = context.layerProtocols.filter { $0.classes.isStrictSuperset(of: shared.classes) }
    let names = shared.classes.map { "`\(context.naming.type($0))`" }
    let inherited = bases.flatMap(\.requirements.attributes.keys)
    let attributes: [SwiftDeclaration] = shared.requirements.attributes
        .filter { !inherited.contains($0.key) }.sorted { $0.key < $1.key }.map { name, type in
            .line(
                documentation: [],
                "var \(context.naming.member(name)): \(context.swift(type)) { get }")
        }
    let refined = bases.isEmpty ? "" : ": " + bases.map(\.name).joined(separator: ", ")
    let declaration: [SwiftDeclaration] = [
        .blank,
        .type(
            documentation: ["What code that takes \(names.listed) reads."],
            header: "public protocol \(shared.name)\(refined)",
            members: attributes + methods),
    ]
    return declaration
        + shared.classes.flatMap { className -> [SwiftDeclaration] in
            [
                .blank,
                .type(
                    documentation: [],
                    header: "extension \(context.naming.type(className)): \(shared.name)",
                    members: context.forwardedMembers(of: className, for: shared)),
            ]
        }
}

extension FamilyContext {
    /// What a configuration reads of the one that it extends is no member of its own for Swift, nor is
    /// what it lacks.
    fileprivate func forwardedMembers(of className: String, for shared: LayerProtocol)
        -> [SwiftDeclaration]
    {
        guard let typed = classes[className] else { return [] }
        return shared.requirements.attributes.sorted { $0.key < $1.key }.compactMap { name, type in
            let member = naming.member(name)
            let isOwn = typed.fields.contains { $0.name == name } || typed.method(name) != nil
            let value: String
            if let absent = shared.requirements.defaults[name], !isOwn {
                value = literal(absent, as: type, in: typed)
            } else if typed.base != nil, !typed.ownFields.contains(name) {
                value = "base.\(member)"
            } else {
                return nil
            }
            return .line(
                documentation: [], "public var \(member): \(swift(type)) { \(value) }")
        }
    }

    private func literal(_ value: TypedExpression, as type: PythonType, in owner: TypedClass)
        -> String
    {
        guard let module = family.allModules.first(where: { $0.parsed.name == owner.moduleName })
        else { return "nil" }
        let nowhere = TypedFunction(
            name: "", parameters: [], result: type, body: [], isProperty: false, isStatic: false,
            isThrowing: false, span: value.span)
        return FunctionTranslator(nowhere, owner: owner, module: module, context: self)
            .translate(value, as: type).text
    }
}

extension TypedFamily {
    /// Of configurations that are passed to the same code, the one of the family that has the code;
    /// `nil` for other classes.
    func configurationHome(of names: [String]) -> TypedClass? {
        let classes = names.compactMap { self.classes[$0] }
        guard classes.count == names.count, classes.allSatisfy({ $0.kind == .dataclass }) else {
            return nil
        }
        let users = allModules.filter { $0.takes(.either(names)) }.map(\.family)
        let ordered = classes.sorted {
            ($0.moduleName, $0.span.line) < ($1.moduleName, $1.span.line)
        }
        return ordered.first { users.contains(TypedModule.family(of: $0.moduleName)) }
            ?? ordered[0]
    }
}

extension TypedFamily {
    /// Whether other code takes only some of these configurations.
    func isWide(_ names: [String], among all: [[String]]) -> Bool {
        all.contains {
            configurationHome(of: $0) != nil && names.isStrictSuperset(of: $0)
                && reader(ofSome: $0) == nil
        }
    }

    /// Of configurations that nothing takes as one of these alone, the function or class that takes one
    /// of more of them and finds that it is one of these.
    func reader(ofSome names: [String]) -> String? {
        let type = PythonType.either(names)
        guard !allModules.contains(where: { $0.takes(type) }) else { return nil }
        for module in allModules.sorted(by: { $0.parsed.name < $1.parsed.name }) {
            if let typed = module.classes.first(where: { $0.methods.contains { $0.finds(type) } }) {
                return typed.name.capitalizedCamelCase
            }
            if let function = module.functions.first(where: { $0.finds(type) }) {
                return function.name.capitalizedCamelCase
            }
        }
        return nil
    }

    /// The first class that takes one of these configurations.
    func firstUser(of names: [String]) -> String? {
        allModules.sorted { $0.parsed.name < $1.parsed.name }.lazy.flatMap(\.classes).first {
            $0.methods.contains { $0.takes(.either(names)) }
        }?.dottedName
    }
}

extension TypedModule {
    /// Whether a function of the module has a parameter of the type.
    fileprivate func takes(_ type: PythonType) -> Bool {
        (classes.flatMap(\.methods) + functions).contains { $0.takes(type) }
    }
}

extension TypedFunction {
    fileprivate func takes(_ type: PythonType) -> Bool {
        parameters.contains { $0.type.unwrapped == type }
    }

    /// Whether the function finds that a value is of the type.
    fileprivate func finds(_ type: PythonType) -> Bool {
        body.contains {
            $0.contains { if case .downcast(_, type, _) = $0.kind { true } else { false } }
        }
    }
}

extension [String] {
    fileprivate func isStrictSuperset(of other: [String]) -> Bool {
        Set(self).isStrictSuperset(of: other)
    }
}
