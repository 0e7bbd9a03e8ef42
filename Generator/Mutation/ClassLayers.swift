import SwiftSyntax

/// The layers that a class declares, with their weight keys.
struct ClassLayers {
    private struct Layer {
        let name: String
        let type: String
        let key: StringLiteralExprSyntax?
    }

    private let layers: [Layer]

    init(_ node: ClassDeclSyntax) {
        layers = node.memberBlock.members.compactMap { member in
            guard let variable = member.decl.as(VariableDeclSyntax.self),
                let wrapper = variable.attributes.lazy.compactMap({
                    $0.as(AttributeSyntax.self)
                }).first(where: {
                    ["ModuleInfo", "ParameterInfo"].contains($0.attributeName.trimmedDescription)
                }), let binding = variable.bindings.first, let type = binding.typeAnnotation?.type
            else { return nil }
            let key = wrapper.arguments?.as(LabeledExprListSyntax.self)?
                .first { $0.label?.text == "key" }?.expression.as(StringLiteralExprSyntax.self)
            return Layer(
                name: binding.pattern.trimmedDescription, type: type.trimmedDescription, key: key)
        }
    }

    /// For each norm the next one of the same type.
    var norms: [String: String] {
        let norms = Dictionary(
            grouping: layers.filter { $0.type.contains("Norm") && !$0.type.hasSuffix("?") },
            by: \.type)
        return norms.values.reduce(into: [:]) { result, same in
            guard same.count > 1 else { return }
            for (index, norm) in same.enumerated() {
                result[norm.name] = same[(index + 1) % same.count].name
            }
        }
    }

    /// Pairs of keys of layers of one type.
    var exchangeableKeys: [(StringLiteralExprSyntax, StringLiteralExprSyntax)] {
        var open: [String: StringLiteralExprSyntax] = [:]
        var pairs: [(StringLiteralExprSyntax, StringLiteralExprSyntax)] = []
        for layer in layers {
            guard let key = layer.key, key.representedLiteralValue != nil else { continue }
            if let first = open.removeValue(forKey: layer.type) {
                pairs.append((first, key))
            } else {
                open[layer.type] = key
            }
        }
        return pairs
    }

    /// The weight key of the layer that `_layer.wrappedValue = …` makes; nothing for other statements.
    func keys(madeBy statement: ExprSyntax) -> [String] {
        guard
            let target = statement.as(SequenceExprSyntax.self)?.elements.first?
                .as(MemberAccessExprSyntax.self), target.declName.baseName.text == "wrappedValue",
            let name = target.base?.trimmedDescription, name.hasPrefix("_"),
            let layer = layers.first(where: { "_\($0.name)" == name })
        else { return [] }
        return [layer.key?.representedLiteralValue ?? layer.name]
    }
}
