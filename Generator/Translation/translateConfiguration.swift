import Analysis
import Operations
import PythonSyntax

/// A configuration dataclass as a `Codable` struct.
func translateConfiguration(
    _ typed: TypedClass, module: TypedModule, context: FamilyContext
) -> [SwiftDeclaration] {
    let translator = ConfigurationTranslator(typed, module: module, context: context)
    let name = context.naming.type(typed.dottedName)
    guard typed.isDecoded else { return translator.values() }
    var members: [SwiftDeclaration] = (typed.fields.map { ($0.name, $0.type) } + typed.madeEntries)
        .map { name, type in
            .line(
                documentation: [],
                "public var \(context.property(name, of: typed.dottedName)): \(context.swift(type))"
            )
        }
    members += [.blank, translator.codingKeys(), .blank, translator.initializer()]
    if typed.isConstructed { members += [.blank, translator.memberwiseInitializer()] }
    for method in typed.methods where method.name != "__post_init__" {
        members += [
            .blank, translateFunction(method, owner: typed, module: module, context: context),
        ]
    }
    let hasModelType = typed.fields.contains { $0.name == "model_type" }
    let kind =
        context.family.entries.contains { $0.configuration == typed.dottedName }
        ? "Configuration of the `\(module.family)` family, as in `config.json`:"
        : "A part of the configuration of the `\(module.family)` family:"
    return [
        .type(
            documentation: ["\(kind) `\(typed.name)`, \(module.fileName):\(typed.span.line)."],
            header:
                "public struct \(name): \(hasModelType ? "BaseModelConfiguration" : "Codable, Sendable")",
            members: members)
    ]
}

/// A configuration that extends another one and is passed on as that one: it holds it, and its members
/// are read as its own.
func translateExtendedConfiguration(
    _ typed: TypedClass, module: TypedModule, context: FamilyContext
) -> [SwiftDeclaration] {
    let naming = context.naming
    let own = typed.fields.filter { typed.ownFields.contains($0.name) }
    let methods = typed.methods.filter {
        $0.name != "__post_init__" && !context.isInherited($0, by: typed)
    }
    if let method = methods.first(where: { $0.name == "from_dict" }),
        context.extendsDecoding(typed)
    {
        context.report(
            Diagnostic(
                path: module.parsed.path, span: method.span, construct: "'from_dict'",
                message: "extends a configuration that has one of its own, which is not supported",
                hint: "one that it inherits is"))
    }
    let (replaced, added) = replacedFields(own, of: typed, module: module, context: context)
    let base = typed.base.map { naming.type($0) } ?? ""
    let translator = ConfigurationTranslator(
        typed, module: module, context: context, fields: added, replaced: replaced)
    var members: [SwiftDeclaration] = [
        .line(documentation: ["What it extends."], "public var base: \(base)")
    ]
    members += added.map { field in
        .line(
            documentation: [],
            "public var \(context.property(field.name, of: typed.dottedName)): \(context.swift(field.type))"
        )
    }
    let keys = added.map { field in
        let name = context.property(field.name, of: typed.dottedName)
        return "try values.encode(\(name), forKey: .\(name))"
    }
    members += [
        .blank, .line(documentation: [], "public var modelType: String { base.modelType }"),
        .blank, translator.codingKeys(), .blank, translator.initializer(), .blank,
        .function(
            documentation: [], signature: "public func encode(to encoder: any Encoder) throws",
            body: (["try base.encode(to: encoder)"]
                + (added.isEmpty
                    ? [] : ["var values = encoder.container(keyedBy: CodingKeys.self)"]) + keys)
                .map { .line($0) }),
        .blank,
        .function(
            documentation: [],
            signature:
                "public subscript<Value>(dynamicMember path: KeyPath<\(base), Value>) -> Value",
            body: [.line("base[keyPath: path]")]),
    ]
    for method in methods {
        members += [
            .blank, translateFunction(method, owner: typed, module: module, context: context),
        ]
    }
    return [
        .type(
            documentation: [
                "Configuration of the `\(module.family)` family, as in `config.json`: "
                    + "`\(typed.name)`, \(module.fileName):\(typed.span.line)."
            ],
            header:
                "@dynamicMemberLookup\npublic struct \(naming.type(typed.dottedName)): BaseModelConfiguration",
            members: members)
    ]
}

extension TypedClass {
    /// What `__post_init__` makes of the fields under names of its own.
    fileprivate var madeEntries: [(String, PythonType)] {
        attributes.filter { attribute in
            !fields.contains { $0.name == attribute.name }
                && method("__post_init__")?.body.contains { $0.setsAttribute(attribute.name) }
                    == true
        }.map { ($0.name, $0.type) }
    }
}

extension FamilyContext {
    /// Whether the configuration that a class extends, and holds, has a field.
    func isInherited(_ field: String, by typed: TypedClass) -> Bool {
        typed.base.flatMap { classes[$0] }?.fields.contains { $0.name == field } ?? false
    }

    /// Whether a configuration that a class extends has entries of its own to read, not those of the file.
    func extendsDecoding(_ typed: TypedClass) -> Bool {
        typed.base.flatMap { classes[$0] }?.method("from_dict") != nil
    }

    /// Whether a method of a class is that of the configuration which it extends, with nothing that depends on the
    /// class.
    func isInherited(_ method: TypedFunction, by typed: TypedClass) -> Bool {
        typed.base.flatMap { classes[$0] }?.method(method.name)?.body == method.body
    }
}

/// The fields of an extending configuration that the one it extends has too, and those that it adds.
///
/// A field may be replaced by one of the same type: it is decoded again, with the other default. What is
/// made of it before then has to be nothing.
private func replacedFields(
    _ own: [TypedField], of typed: TypedClass, module: TypedModule, context: FamilyContext
) -> (replaced: [TypedField], added: [TypedField]) {
    let base = typed.base.flatMap { context.classes[$0] }
    let inherited = Dictionary(
        (base?.fields ?? []).map { ($0.name, $0.type) }, uniquingKeysWith: { $1 })
    let replaced = own.filter { inherited[$0.name] != nil }
    for field in replaced {
        let isUsed = [base, typed].compactMap { $0?.method("__post_init__") }.contains {
            $0.body.contains { $0.contains { $0.path == "self.\(field.name)" } }
        }
        guard isUsed || inherited[field.name] != field.type else { continue }
        context.report(
            Diagnostic(
                path: module.parsed.path, span: field.span, construct: "field '\(field.name)'",
                message: isUsed
                    ? "replaces one that the extended configuration makes others from"
                    : "replaces one of another type in the configuration that the class extends"))
    }
    return (replaced, own.filter { inherited[$0.name] == nil })
}

/// Translates the fields of a dataclass and its `__post_init__`.
private struct ConfigurationTranslator {
    let typed: TypedClass
    let module: TypedModule
    let context: FamilyContext
    private let postInit: TypedFunction?
    private let translator: FunctionTranslator
    /// The fields that are decoded here, not by the configuration that the class extends.
    private let fields: [TypedField]
    /// Fields of the configuration that the class extends which have another default here.
    private let replaced: [TypedField]

    init(
        _ typed: TypedClass, module: TypedModule, context: FamilyContext,
        fields: [TypedField]? = nil, replaced: [TypedField] = []
    ) {
        self.replaced = replaced
        self.fields = fields ?? typed.fields
        self.typed = typed
        self.module = module
        self.context = context
        // What the configuration that is extended does, it has done when it was decoded.
        let base = typed.base.flatMap { context.classes[$0] }?.method("__post_init__")
        let own = typed.method("__post_init__")
        let isInherited = base != nil && (own?.definedIn != nil || own?.span == base?.span)
        postInit = isInherited ? nil : own
        let function =
            postInit
            ?? TypedFunction(
                name: "__post_init__", parameters: [], result: .none, body: [], isProperty: false,
                isStatic: false, isThrowing: false, span: typed.span)
        translator = FunctionTranslator(function, owner: typed, module: module, context: context)
    }

    /// The dataclass as a structure that code makes, with the initialiser for that.
    func values() -> [SwiftDeclaration] {
        let properties: [SwiftDeclaration] = typed.fields.map { field in
            let name = context.property(field.name, of: typed.dottedName)
            return .line(documentation: [], "public var \(name): \(context.swift(field.type))")
        }
        let methods = typed.methods.flatMap { method in
            [
                .blank,
                translateFunction(method, owner: typed, module: module, context: context),
            ]
        }
        return [
            .type(
                documentation: ["`\(typed.name)`, \(module.fileName):\(typed.span.line)."],
                header: "public struct \(context.naming.type(typed.dottedName)): Sendable",
                members: properties + [.blank, memberwiseInitializer()] + methods)
        ]
    }

    /// `init(kernelSize: Int = 3, …)`
    func memberwiseInitializer() -> SwiftDeclaration {
        let members = typed.fields.map { field in
            (field, context.property(field.name, of: typed.dottedName))
        }
        let parameters = members.map { field, name in
            let usual = field.defaultValue.map {
                " = \(translator.translate($0, as: field.type).text)"
            }
            return "\(name): \(context.swift(field.type))\(usual ?? "")"
        }
        return .function(
            documentation: [], signature: "public init(\(parameters.joined(separator: ", ")))",
            body: members.map { .line("self.\($1) = \($1)") })
    }

    func codingKeys() -> SwiftDeclaration {
        .type(
            documentation: [], header: "enum CodingKeys: String, CodingKey",
            members: (replaced + fields).map { field in
                let name = context.property(field.name, of: typed.dottedName)
                return .line(
                    documentation: [],
                    name == field.name ? "case \(name)" : "case \(name) = \"\(field.name)\"")
            })
    }

    /// Decoding: required fields, defaults, fields that `__post_init__` fills from others, then what
    /// is left of `__post_init__`.
    func initializer() -> SwiftDeclaration {
        var filled: [String: TypedExpression] = [:]
        var late: [TypedField] = []
        var rest: [TypedStatement] = []
        for statement in postInit?.body ?? [] {
            if let (name, value) = statement.filledField,
                let field = fields.first(where: { $0.name == name }), !field.type.isOptional
            {
                filled[name] = value
                late.append(field)
            } else {
                rest.append(statement)
            }
        }
        var body: [SwiftStatement] = []
        var entries = typed.method("from_dict") == nil ? "" : ", entries: \(entriesOwner).entries"
        if let base = typed.base {
            if !entries.isEmpty, !context.extendsDecoding(typed) {
                // The configuration that is extended reads them, too.
                body.append(.line("let decoder = try decoder.changed(by: Self.entries)"))
                entries = ""
            }
            body.append(.line("base = try \(context.naming.type(base))(from: decoder)"))
        }
        body.append(
            .line("let values = try decoder.container(keyedBy: CodingKeys.self\(entries))"))
        for field in replaced { body.append(.line("base.\(decode(field))")) }
        // A field that is filled from others comes after them.
        let early = fields.filter { filled[$0.name] == nil }
        for field in early { body.append(.line(decode(field))) }
        var captured: [String] = []
        for field in late {
            let value = filled[field.name]!
            // A closure cannot capture the properties before all are set.
            let names = value.fieldsReadInClosures.filter { !captured.contains($0) }
            captured += names
            for name in names {
                let member = context.property(name, of: typed.dottedName)
                let holder = context.isInherited(name, by: typed) ? "base" : "self"
                body.append(.line("let \(member) = \(holder).\(member)"))
                translator.bound["self.\(name)"] = SwiftExpression(member)
            }
            body.append(.line(decode(field, filledWith: value)))
        }
        reportLateEntries(rest)
        body += translator.translateBlock(rest)
        return .function(
            documentation: [], signature: "public init(from decoder: any Decoder) throws",
            body: body)
    }

    /// Reports what is made under a name of its own once a method is called, or by one: in Swift an object has no
    /// methods before all of its properties are set.
    private func reportLateEntries(_ statements: [TypedStatement]) {
        let names = typed.attributes.map(\.name).filter { name in
            !typed.fields.contains { $0.name == name }
        }
        func report(_ name: String, at span: SourceSpan) {
            translator.report(
                "attribute '\(name)'", at: span,
                "is no field of the configuration, and is made when a method has been called",
                hint: "set it before the call, in '__post_init__'")
        }
        for method in typed.methods where method.isChanging {
            for name in names where method.body.contains(where: { $0.setsAttribute(name) }) {
                report(name, at: method.span)
            }
        }
        guard let call = statements.firstIndex(where: { $0.callsSelf(context) }) else { return }
        for statement in statements[call...] {
            for name in names where statement.setsAttribute(name) {
                report(name, at: statement.span)
            }
        }
    }

    /// The type whose method tells the entries: that of the configuration which the class extends if it has one.
    private var entriesOwner: String {
        var owner = typed
        while let base = owner.base.flatMap({ context.classes[$0] }),
            base.method("from_dict") != nil
        {
            owner = base
        }
        return owner.dottedName == typed.dottedName ? "Self" : context.naming.type(owner.dottedName)
    }

    private func decode(_ field: TypedField) -> String {
        let name = context.property(field.name, of: typed.dottedName)
        let type = context.swift(field.type.unwrapped)
        guard let value = field.defaultValue else {
            let method = field.type.isOptional ? "decodeIfPresent" : "decode"
            return "\(name) = try values.\(method)(\(type).self, forKey: .\(name))"
        }
        if value.kind == .constant(.none) {
            return "\(name) = try values.decodeIfPresent(\(type).self, forKey: .\(name))"
        }
        let text = translator.translate(value, as: field.type).evaluated
        if field.type.isOptional {
            return
                "\(name) = try values.decodeIfPresent(\(type).self, forKey: .\(name), absent: \(text))"
        }
        return "\(name) = try values.decode(\(type).self, forKey: .\(name), default: \(text))"
    }

    private func decode(_ field: TypedField, filledWith value: TypedExpression) -> String {
        let name = context.property(field.name, of: typed.dottedName)
        let type = context.swift(field.type.unwrapped)
        // A default that is a value stands for an absent key; what fills the field, for `null`.
        let usual = field.defaultValue.flatMap { $0.kind == .constant(.none) ? nil : $0 }
        let absent = usual.map { ", absent: \(translator.translate($0, as: field.type).evaluated)" }
        let decoded = SwiftExpression(
            "values.decodeIfPresent(\(type).self, forKey: .\(name)\(absent ?? ""))",
            isThrowing: true)
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
