import Analysis
import Operations

/// A class that a shared component stands in for: a `typealias`.
func translateComponent(
    _ match: ComponentMatch, for typed: TypedClass, module: TypedModule, context: FamilyContext
) -> [SwiftDeclaration] {
    guard let configuration = typed.configurationName else { return [] }
    let naming = context.naming
    let arguments =
        match.classBindings.isEmpty
        ? [naming.type(configuration)] : match.classBindings.map { naming.type($0.className) }
    return [
        .line(
            documentation: ["`\(typed.name)`, \(module.fileName):\(typed.span.line)."],
            "public typealias \(naming.type(typed.dottedName)) = \(match.component)<\(arguments.joined(separator: ", "))>"
        )
    ]
}

/// What the module's components ask of its configurations: one extension each, with what the proofs
/// bound the components' parameters to.
func translateConformances(module: TypedModule, context: FamilyContext) -> [SwiftDeclaration] {
    var properties: [String: [SwiftDeclaration]] = [:]
    var protocols: [String: [String]] = [:]
    var order: [String] = []
    for typed in module.classes {
        guard let match = context.component(for: typed.dottedName),
            let configuration = typed.configurationName,
            protocols[configuration]?.contains(match.configurationProtocol) != true
        else { continue }
        if protocols[configuration] == nil { order.append(configuration) }
        let property = parameters(match, of: typed, configuration, module, context)
        properties[configuration, default: []] +=
            (properties[configuration] == nil ? [] : [.blank]) + [property]
        protocols[configuration, default: []].append(match.configurationProtocol)
    }
    return order.flatMap { configuration -> [SwiftDeclaration] in
        let conformances = protocols[configuration]!.joined(separator: ", ")
        return [
            .blank,
            .type(
                documentation: ["What the components above read, as `mlx-port inspect` proves it."],
                header: "extension \(context.naming.type(configuration)): \(conformances)",
                members: properties[configuration]!),
        ]
    }
}

/// `public var attention: AttentionParameters`
private func parameters(
    _ match: ComponentMatch, of typed: TypedClass, _ configuration: String, _ module: TypedModule,
    _ context: FamilyContext
) -> SwiftDeclaration {
    let layer = match.layerParameter.map {
        TypedParameter(name: $0, type: .integer, defaultValue: nil)
    }
    let property = TypedFunction(
        name: match.property, parameters: layer.map { [$0] } ?? [], result: .none, body: [],
        isProperty: false, isStatic: false, isThrowing: true, span: typed.span)
    let translator = FunctionTranslator(
        property, owner: context.classes[configuration], module: module, context: context)
    let values = match.bindings.map { ($0.slot, translator.translate($0.value, as: $0.type)) }
    let filled =
        SwiftForm(conditions: [:], template: match.swift)
        .filled(Dictionary(uniqueKeysWithValues: values)) ?? SwiftExpression(match.property)
    let type = match.swift.prefix { $0 != "(" }
    if let layer {
        let signature = "public func \(match.property)(\(context.naming.member(layer.name)): Int)"
        return .function(
            documentation: [],
            signature: "\(signature) \(filled.isThrowing ? "throws " : "")-> \(type)",
            body: [.line(filled.isThrowing ? filled.evaluated : filled.text)])
    }
    let declaration = "public var \(match.property): \(type)"
    guard filled.isThrowing else {
        return .function(documentation: [], signature: declaration, body: [.line(filled.text)])
    }
    return .type(
        documentation: [], header: declaration,
        members: [
            .function(documentation: [], signature: "get throws", body: [.line(filled.evaluated)])
        ])
}

extension TypedClass {
    /// The configuration that `__init__` takes.
    fileprivate var configurationName: String? {
        guard case .instance(let name)? = method("__init__")?.parameters.first?.type else {
            return nil
        }
        return name
    }
}
