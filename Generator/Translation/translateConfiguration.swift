import Analysis
import Operations
import PythonSyntax

/// A configuration dataclass as a `Codable` struct.
func translateConfiguration(
    _ typed: TypedClass, module: TypedModule, context: FamilyContext
) -> [SwiftDeclaration] {
    let translator = ConfigurationTranslator(typed, module: module, context: context)
    let name = context.naming.type(typed.dottedName)
    var members: [SwiftDeclaration] = typed.fields.map { field in
        .line(
            documentation: [],
            "public var \(context.naming.member(field.name)): \(context.swift(field.type))")
    }
    members += [.blank, translator.codingKeys(), .blank, translator.initializer()]
    let hasModelType = typed.fields.contains { $0.name == "model_type" }
    let kind =
        typed.dottedName == context.family.entry.configuration
        ? "Configuration of the `\(context.family.name)` family, as in `config.json`:"
        : "A part of the configuration of the `\(context.family.name)` family:"
    return [
        .type(
            documentation: ["\(kind) `\(typed.name)`, \(module.fileName):\(typed.span.line)."],
            header:
                "public struct \(name): \(hasModelType ? "BaseModelConfiguration" : "Codable, Sendable")",
            members: members)
    ]
}

/// Translates the fields of a dataclass and its `__post_init__`.
private struct ConfigurationTranslator {
    let typed: TypedClass
    let module: TypedModule
    let context: FamilyContext
    private let postInit: TypedFunction?
    private let translator: FunctionTranslator

    init(_ typed: TypedClass, module: TypedModule, context: FamilyContext) {
        self.typed = typed
        self.module = module
        self.context = context
        postInit = typed.method("__post_init__")
        let function =
            postInit
            ?? TypedFunction(
                name: "__post_init__", parameters: [], result: .none, body: [], isProperty: false,
                isStatic: false, isThrowing: false, span: typed.span)
        translator = FunctionTranslator(function, owner: typed, module: module, context: context)
    }

    func codingKeys() -> SwiftDeclaration {
        .type(
            documentation: [], header: "enum CodingKeys: String, CodingKey",
            members: typed.fields.map { field in
                let name = context.naming.member(field.name)
                return .line(
                    documentation: [],
                    name == field.name ? "case \(name)" : "case \(name) = \"\(field.name)\"")
            })
    }

    /// Decoding: required fields, defaults, fields that `__post_init__` fills from others, then what
    /// is left of `__post_init__`.
    func initializer() -> SwiftDeclaration {
        var filled: [String: TypedExpression] = [:]
        var rest: [TypedStatement] = []
        for statement in postInit?.body ?? [] {
            if let (name, value) = statement.filledField {
                filled[name] = value
            } else {
                rest.append(statement)
            }
        }
        var body: [SwiftStatement] = [
            .line("let values = try decoder.container(keyedBy: CodingKeys.self)")
        ]
        // A field that is filled from others comes after them.
        let early = typed.fields.filter { filled[$0.name] == nil }
        let late = typed.fields.filter { filled[$0.name] != nil }
        for field in early { body.append(.line(decode(field))) }
        var captured: [String] = []
        for field in late {
            let value = filled[field.name]!
            // A closure cannot capture the properties before all are set.
            let names = value.fieldsReadInClosures.filter { !captured.contains($0) }
            captured += names
            body += names.map { context.naming.member($0) }.map { .line("let \($0) = self.\($0)") }
            body.append(.line(decode(field, filledWith: value)))
        }
        body += translator.translateBlock(rest)
        return .function(
            documentation: [], signature: "public init(from decoder: any Decoder) throws",
            body: body)
    }

    private func decode(_ field: TypedField) -> String {
        let name = context.naming.member(field.name)
        let type = context.swift(field.type.unwrapped)
        guard let value = field.defaultValue else {
            let method = field.type.isOptional ? "decodeIfPresent" : "decode"
            return "\(name) = try values.\(method)(\(type).self, forKey: .\(name))"
        }
        if value.kind == .constant(.none) {
            return "\(name) = try values.decodeIfPresent(\(type).self, forKey: .\(name))"
        }
        let text = translator.translate(value, as: field.type).text
        if field.type.isOptional {
            return
                "\(name) = try values.decodeIfPresent(\(type).self, forKey: .\(name), absent: \(text))"
        }
        return "\(name) = try values.decode(\(type).self, forKey: .\(name), default: \(text))"
    }

    private func decode(_ field: TypedField, filledWith value: TypedExpression) -> String {
        let name = context.naming.member(field.name)
        let type = context.swift(field.type.unwrapped)
        let decoded = SwiftExpression(
            "values.decodeIfPresent(\(type).self, forKey: .\(name))", isThrowing: true)
        let fallback = translator.translate(value, as: field.type.unwrapped)
        return "\(name) = \(decoded.infix("??", fallback, .nilCoalescing).evaluated)"
    }
}

extension TypedExpression {
    /// The object's own attributes that comprehensions inside read, in order.
    fileprivate var fieldsReadInClosures: [String] {
        if case .comprehension = kind { return ownAttributes }
        return children.flatMap(\.fieldsReadInClosures)
    }

    private var ownAttributes: [String] {
        if case .attribute(let base, let name) = kind, base.kind == .selfObject { return [name] }
        return children.flatMap(\.ownAttributes).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }
}

extension TypedStatement {
    /// The field and value of `if self.f is None: self.f = value`, once the test has been resolved.
    fileprivate var filledField: (name: String, value: TypedExpression)? {
        let assignment: TypedStatementKind
        switch kind {
        case .if(let test, let then, let otherwise):
            guard otherwise.isEmpty, then.count == 1,
                case .isNone(let subject, negated: false) = test.kind,
                case .attribute(let base, let tested) = subject.kind, base.kind == .selfObject,
                case .assign(let targets, _) = then[0].kind, targets.count == 1,
                case .attribute(tested, _) = targets[0]
            else { return nil }
            assignment = then[0].kind
        default:
            return nil
        }
        guard case .assign(let targets, let value) = assignment,
            case .attribute(let name, _) = targets[0]
        else { return nil }
        return (name, value)
    }
}
