import Analysis
import Operations

/// Classes that extend an open class of the library which is no layer, a cache: methods in the place of its own.
extension FunctionTranslator {
    /// How the method that this one replaces is declared in Swift; `nil` if it replaces none.
    func replacedMethod() -> (name: String, signature: String)? {
        guard let owner, owner.extendsObject, let layer = owner.extendedLayer,
            let row = context.table.method(function.name, of: layer),
            let template = row.swift.first?.template, template.hasPrefix("{self}."),
            !template.contains("[[")
        else { return nil }
        if isThrowing {
            report(
                "method '\(function.name)'", at: function.span,
                "may fail in Swift, which the one that it replaces may not")
        }
        let spelling = template.dropFirst("{self}.".count)
        guard let opening = spelling.firstIndex(of: "(") else {
            return (
                String(spelling), "var \(spelling): \(context.swift(function.result))"
            )
        }
        let name = String(spelling[..<opening])
        let places = spelling[spelling.index(after: opening)...].dropLast()
        let parameters = places.split(separator: ",").compactMap { place -> String? in
            guard let brace = place.firstIndex(of: "{") else { return nil }
            let label = place[..<brace].filter { $0.isLetter }
            let python = place[place.index(after: brace)...].prefix {
                $0.isLetter || $0.isNumber || $0 == "_"
            }
            guard let parameter = row.parameters.first(where: { $0.name == python }) else {
                return nil
            }
            let isTaken = function.parameters.contains {
                $0.name == python && $0.type != .none
            }
            let local = isTaken ? names[String(python)] ?? String(python) : "_"
            let outer = label.isEmpty ? "_" : label
            let prefix = outer == local ? local : "\(outer) \(local)"
            return "\(prefix): \(context.swift(parameter.type))"
        }
        let result = function.result == .none ? "" : " -> \(context.swift(function.result))"
        return (name, "func \(name)(\(parameters.joined(separator: ", ")))\(result)")
    }
}

extension FamilyContext {
    /// The name by which prompt-cache files list a cache.
    func classNameMember(of typed: TypedClass) -> [SwiftDeclaration] {
        guard typed.extendsObject, let layer = typed.extendedLayer,
            table.conformances(of: layer).contains("KVCache")
        else { return [] }
        return [
            .blank,
            .function(
                documentation: [], signature: "public override var pythonClassName: String",
                body: [.line("\"\(typed.name)\"")]),
        ]
    }
}

extension TypedClass {
    /// Whether the class extends one of the library which is no layer.
    var extendsObject: Bool { kind == .plain && extendedLayer != nil }
}
