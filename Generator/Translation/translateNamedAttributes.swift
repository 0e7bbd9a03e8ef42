import Analysis
import Operations

/// Attributes whose names only run time tells: `layer(named:)` and `setLayer(_:named:)` choose among those that there
/// are.
extension FunctionTranslator {
    /// `setattr(self, name, layer)`
    func translateNamedAssignment(_ values: [TypedExpression]) -> SwiftExpression {
        let type = owner.flatMap { $0.namedAttributes.first.flatMap($0.attribute) }?.type
        let (name, value) = (translate(values[1]), translate(values[2], as: type?.unwrapped))
        return SwiftExpression(
            "setLayer(\(value.text), named: \(name.text))",
            isThrowing: name.isThrowing || value.isThrowing)
    }

    /// `getattr(self, name)`
    func translateNamedAttribute(_ values: [TypedExpression]) -> SwiftExpression {
        let name = translate(values[1])
        return SwiftExpression("layer(named: \(name.text))", isThrowing: name.isThrowing)
    }
}

/// The methods of a class with such attributes.
func translateNamedAttributes(of typed: TypedClass, context: FamilyContext) -> [SwiftDeclaration] {
    let attributes = typed.namedAttributes.compactMap(typed.attribute)
    guard let type = attributes.first?.type.unwrapped else { return [] }
    let calls = typed.methods.flatMap(\.body).flatMap(\.calledBuiltins)
    func cases(_ text: (String) -> String) -> [SwiftStatement] {
        attributes.map { attribute in
            let property = context.property(attribute.name, of: typed.dottedName)
            return .line("case \(attribute.name.swiftLiteral): \(text(property))")
        }
    }
    var members: [SwiftDeclaration] = []
    if calls.contains("setattr") {
        members += [
            .blank,
            .function(
                documentation: ["Keeps a layer under the name that it has among the weights."],
                signature:
                    "private func setLayer(_ layer: \(context.swift(type)), named name: String)",
                body: [
                    .closure(
                        opening: "switch name",
                        body: cases { "\($0) = layer" } + [
                            .line("default: preconditionFailure(\"no layer is called \\(name)\")")
                        ])
                ]),
        ]
    }
    if calls.contains("getattr") {
        members += [
            .blank,
            .function(
                documentation: ["The layer that is kept under a name."],
                signature:
                    "private func layer(named name: String) -> \(context.swift(type.madeOptional))",
                body: [
                    .closure(opening: "switch name", body: cases { $0 } + [.line("default: nil")])
                ]
            ),
        ]
    }
    return members
}

extension TypedStatement {
    /// The names of the functions of Python's own that the statement and what is inside it call.
    fileprivate var calledBuiltins: Set<String> {
        var names: Set<String> = []
        _ = contains {
            if case .call(let call) = $0.kind, case .builtin(let name) = call.callee {
                names.insert(name)
            }
            return false
        }
        return names
    }
}
