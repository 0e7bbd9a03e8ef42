import Operations
import PythonSyntax

/// Classes that extend one of a library which is no layer, a cache: the runtime calls the methods that they replace.
extension Program {
    /// The attribute that an instance has from the library's class which its own extends.
    func inherited(_ name: String, by info: ClassInfo) -> LibraryAttribute? {
        if let layer = info.extendedLayer, let row = table.attribute(name, of: layer.swiftName) {
            return info.kind == .module || info.methods[name] == nil ? row : nil
        }
        return info.kind == .module ? table.attribute(name, of: "Module") : nil
    }

    /// Reaches the methods in the place of the library's, with the types of those.
    func reachReplacedMethods(of info: ClassInfo) {
        guard let layer = info.extendedObject else { return }
        for (name, method) in info.methods.sorted(by: { $0.key < $1.key }) where !method.isProperty
        {
            guard let row = table.method(name, of: layer.swiftName) else { continue }
            reach(method)
            if case .type(let type) = row.result { method.declaredResult = type }
            for parameter in row.parameters
            where method.parameters.contains(where: { $0.name == parameter.name }) {
                noteArgument(parameter.name, of: method, .varying)
                widen(parameter.name, of: method, with: parameter.type)
                if parameter.type.unwrapped == .array {
                    noteFacts(ArrayFacts(), of: parameter.name, in: method)
                }
            }
        }
    }
}

extension ClassInfo {
    /// The library's class that the class extends where that is no layer.
    var extendedObject: LibraryClass? { kind == .plain ? extendedLayer : nil }
}

extension FunctionChecker {
    /// `self.keys = value` of an attribute that the library's class has.
    func assignInherited(_ name: String, _ value: TypedExpression, _ target: Expression)
        -> TypedTarget?
    {
        guard let owner, let layer = owner.extendedObject, owner.attributes[name] == nil,
            let row = program.table.attribute(name, of: layer.swiftName)
        else { return nil }
        if value.type != .unknown, row.type.joined(with: value.type) != row.type {
            report(
                "attribute '\(name)'", at: target.span, type: value.type,
                "is \(row.type) in the class that is extended")
        }
        narrowed[target] = value.type.isOptional ? nil : value.type
        let object = TypedExpression(
            .selfObject, .instance(owner.dottedName), span: target.span)
        return .libraryMember(of: object, swift: row.swift, row.type)
    }
}
