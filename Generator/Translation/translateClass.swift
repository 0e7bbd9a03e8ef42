import Analysis
import Operations

/// A class as a Swift class: properties, initialiser, methods in Python's order.
func translateClass(_ typed: TypedClass, module: TypedModule, context: FamilyContext)
    -> SwiftDeclaration
{
    var methods: [SwiftDeclaration] = []
    for function in typed.methods + typed.arrayOffsetCalls where !function.isSetter {
        if typed.passesArguments, function.name == "__init__" {
            // Swift hands initialisers down.
            FunctionTranslator(function, owner: typed, module: module, context: context)
                .reportOwnAttributes(of: typed)
            continue
        }
        methods += [
            .blank, translateFunction(function, owner: typed, module: module, context: context),
        ]
    }
    methods += translateNamedAttributes(of: typed, context: context)
    methods += context.heldStateMembers(of: typed, in: module) + context.classNameMember(of: typed)
    let entry = translateEntry(typed, context: context)
    methods += entry?.members ?? []
    let layers = context.layerProtocols(of: typed, in: module)
    for missing in layers.flatMap({ context.missingMethods(of: typed, for: $0, module: module) })
    where !methods.contains(where: { $0.signature == missing.signature }) {
        methods += [.blank, missing]
    }
    let name = context.naming.type(typed.dottedName)
    var properties = sharedDefaults(of: typed, module: module, context: context)
    var seen: [String: TypedAttribute] = [:]
    for attribute in typed.attributes where context.isEmitted(attribute, of: typed) {
        if let computed = context.computedProperty(attribute, of: typed, module: module) {
            properties.append(computed)
            continue
        }
        let property = translateProperty(attribute, of: typed.dottedName, context: context)
        guard let other = seen.updateValue(attribute, forKey: property.name) else {
            properties.append(.line(documentation: [], property.text))
            continue
        }
        // `self.args` and `self.config` may both be kept: they are one configuration.
        guard !context.areOneConfiguration(attribute, other) else { continue }
        context.report(
            Diagnostic(
                path: module.parsed.path, span: typed.span,
                construct: "attribute '\(attribute.name)'",
                message: "has the same Swift name as '\(other.name)'",
                hint: "give one a name of its own in Generator/Operations/Tables/names.yml"))
    }
    // A component that takes the class as a parameter asks for a conformance.
    let conformances =
        context.family.components.values.flatMap(\.classBindings)
        .filter { $0.className == typed.dottedName }.map(\.conformance) + typed.conformances
        + layers.map(\.name) + (entry?.conformances ?? [])
    let layer = typed.extendedLayer
    let own = Set(conformances).subtracting(layer.map { context.table.conformances(of: $0) } ?? [])
    let superclass = typed.kind == .module ? layer ?? "Module" : layer
    let parents = [superclass].compactMap { $0 } + own.sorted()
    let base = parents.isEmpty ? "" : ": " + parents.joined(separator: ", ")
    return .type(
        documentation: ["`\(typed.name)`, \(module.fileName):\(typed.span.line)."],
        header: "public final class \(name)\(base)", members: properties + methods)
}

extension SwiftDeclaration {
    fileprivate var signature: String? {
        if case .function(_, let signature, _) = self { signature } else { nil }
    }
}

extension TypedClass {
    /// A rotary embedding takes its offset as a number or as an array: the call with the latter.
    fileprivate var arrayOffsetCalls: [TypedFunction] {
        guard conformances.contains("RotaryEmbedding"), let call = method("__call__"),
            call.parameters.count == 2
        else { return [] }
        let offset = TypedParameter(
            name: call.parameters[1].name, type: .array, defaultValue: nil)
        return [
            TypedFunction(
                name: call.name, parameters: [call.parameters[0], offset], result: call.result,
                body: call.body, isProperty: false, isStatic: false, isThrowing: call.isThrowing,
                span: call.span, definedIn: call.definedIn)
        ]
    }
}

extension FamilyContext {
    /// Whether the type is a configuration, or one of several.
    func isConfiguration(_ type: PythonType) -> Bool {
        switch type.unwrapped.listElement {
        case .instance(let name): classes[name]?.kind == .dataclass
        case .either(let names): names.allSatisfy { classes[$0]?.kind == .dataclass }
        default: false
        }
    }
}

private func translateProperty(
    _ attribute: TypedAttribute, of owner: String, context: FamilyContext
) -> (name: String, text: String) {
    let property = context.property(attribute.name, of: owner)
    let isShared = context.layerProtocols.contains {
        $0.classes.contains(owner) && $0.requirements.attributes[attribute.name] != nil
    }
    let type = attribute.presence == .always ? attribute.type : attribute.type.madeOptional
    let swift = context.swift(type)
    if let wrapper = context.wrapper(for: attribute) {
        let key = attribute.name == property ? "" : "(key: \"\(attribute.name)\")"
        let isRequirement = context.family.entries.contains { entry in
            switch attribute.name {
            case "language_model": entry.model == owner
            // The runtime counts them for the caches.
            case "layers": (entry.languageModel ?? entry.model) == owner
            default: false
            }
        }
        let access = isRequirement || isShared ? "public internal(set) " : ""
        return (property, "@\(wrapper)\(key) \(access)var \(property): \(swift)")
    }
    let initializer = context.classes[owner]?.method("__init__")?.body ?? []
    let settings = initializer.enumerated().filter { $0.element.setsAttribute(attribute.name) }
    // A search for an index sets it to None first; its Swift sets it once.
    let isSearch =
        settings.count == 2 && settings[1].offset == settings[0].offset + 1
        && indexSearch(settings[0].element, settings[1].element) != nil
    let isSetTwice =
        settings.count > 1 && !isSearch || settings.contains { $0.element.isLoop && !isSearch }
    let isChanged =
        context.classes[owner]?.methods.contains { $0.changesInPlace(attribute: attribute.name) }
        ?? false
    // A constant has no value where no branch gives it one; a variable is nil.
    let isMissing = attribute.presence != .always && settings.count == 1
    let isMadeOfSelf = context.isMadeOfSelf(attribute.name, of: owner)
    let isVariable =
        attribute.isReassigned || isSetTwice || isChanged || isMissing || isMadeOfSelf
    let reference = context.isBackReference(attribute, of: owner) ? "unowned " : ""
    let keyword = "\(reference)\(isVariable ? "var" : "let")"
    let access = isShared ? (isVariable ? "public internal(set) " : "public ") : ""
    // What only a method sets that `__init__` calls has to have a value before that call.
    let isSetByCall =
        settings.isEmpty && attribute.presence == .always
        && initializer.contains { $0.calls(context, whatSets: attribute.name) }
    let value = isSetByCall ? attribute.type.emptyValue.map { " = \($0)" } ?? "" : ""
    // Until the object is whole, what is made of it is not there.
    let absence = isMadeOfSelf && !type.isOptional ? "!" : ""
    return (property, "\(access)\(keyword) \(property): \(swift)\(absence)\(value)")
}

extension TypedStatement {
    /// Whether a method of the object is called that sets one of its attributes.
    fileprivate func calls(_ context: FamilyContext, whatSets attribute: String) -> Bool {
        contains {
            guard case .call(let call) = $0.kind,
                case .method(let receiver, let className, let name) = call.callee,
                receiver.kind == .selfObject,
                let method = context.classes[className]?.method(name)
            else { return false }
            return method.body.contains { $0.setsAttribute(attribute) }
        }
    }
}

extension PythonType {
    /// The Swift of a value of the type that holds nothing; `nil` if it has none.
    fileprivate var emptyValue: String? {
        switch self {
        case .list, .set: "[]"
        case .dictionary: "[:]"
        case .integer, .float: "0"
        case .boolean: "false"
        case .string: "\"\""
        case .array: "MLXArray(0)"
        default: nil
        }
    }
}

/// A function or method.
func translateFunction(
    _ function: TypedFunction, owner: TypedClass?, module: TypedModule, context: FamilyContext
) -> SwiftDeclaration {
    let translator = FunctionTranslator(function, owner: owner, module: module, context: context)
    translator.requiredParameters = FunctionTranslator.requiredParameters(
        function, owner: owner, module: module, context: context)
    var body = translator.translateBody()
    if let compilation = function.compilation {
        body = [translator.compiled(body, compilation)]
    }
    if translator.isThrowing {
        context.throwingFunctions.insert(
            "\(owner?.dottedName ?? module.parsed.name).\(function.name)")
    }
    let documentation = owner.map { "`\($0.name).\(function.name)`" } ?? "`\(function.name)`"
    let file = function.definedIn ?? module.fileName
    let place = ["\(documentation), \(file):\(function.span.line)."]
    let throwing = translator.isThrowing ? " throws" : ""
    let result = function.result == .none ? "" : " -> \(context.swift(function.result))"
    let type = owner.map { "\(context.naming.type($0.dottedName))." } ?? ""
    if function.isProperty {
        context.translatedFunctions += translator.translated(
            as: type + context.naming.member(function.name))
        return .function(
            documentation: place,
            signature: context.propertySignature(function, of: owner),
            body: context.accessors(function, body, owner: owner, module: module))
    }
    if let replaced = translator.replacedMethod() {
        context.translatedFunctions += translator.translated(as: type + replaced.name)
        return .function(
            documentation: place, signature: "public override \(replaced.signature)",
            body: body.count == 1 ? body.map(\.withoutReturn) : body)
    }
    let parameters = function.parameters.enumerated().filter { $0.element.type != .none }
        .map { position, parameter in
            translateParameter(parameter, position: position, translator: translator)
        }.joined(separator: ", ")
    let name: String
    switch function.name {
    case "__init__": name = "init"
    case "__call__": name = "func callAsFunction"
    case _ where owner == nil:
        name = "func \(context.naming.function("\(module.parsed.name).\(function.name)"))"
    default: name = "func \(context.naming.member(function.name))"
    }
    context.translatedFunctions += translator.translated(
        as: type + (name.split(separator: " ").last.map(String.init) ?? name))
    let isEntry = function.name == "__init__"
    // `Module` has an initialiser without parameters too.
    let isOverride =
        isEntry && parameters.isEmpty && (owner?.kind == .module || owner?.extendsObject == true)
        || function.name == "__call__" && owner?.extendedLayer != nil
            && owner.map(context.overloadsCall) == false
    translator.reportOtherResult()
    let overriding = isOverride ? "override " : ""
    var code = body.count == 1 && !isEntry ? body.map(\.withoutReturn) : body
    if context.probes, function.name == "__call__", owner?.kind == .module {
        let outputs = function.result.observedOutputs.map { "(outputs: \($0))" } ?? ""
        let opening = "\(translator.isThrowing ? "try observe" : "observe")\(outputs)"
        code = [.closure(opening: opening, body: code)]
    }
    return .function(
        documentation: isEntry ? [] : place,
        signature:
            "public \(overriding)\(function.isStatic ? "static " : function.isChanging ? "mutating " : "")\(name)(\(parameters))\(throwing)\(isEntry ? "" : result)",
        body: code)
}

func translateParameter(
    _ parameter: TypedParameter, position: Int, translator: FunctionTranslator
) -> String {
    let context = translator.context
    let name = translator.names[parameter.name] ?? parameter.name
    let label = FunctionTranslator.label(parameter, position: position, naming: context.naming)
    let prefix = label == nil ? "_ " : label == name ? "" : "\(label!) "
    if parameter.type == .unknown, translator.plan.readNames.contains(parameter.name) {
        translator.report(
            "parameter '\(parameter.name)'", at: translator.function.span,
            "nothing tells its type")
    }
    let changing = parameter.isChanged ? "inout " : ""
    var text = "\(prefix)\(name): \(changing)\(context.swift(parameter.type))"
    if let value = parameter.defaultValue, !parameter.isArrayBesideNumber, !parameter.isChanged {
        let shared = translator.owner.flatMap { owner in
            value.isMadeModule(context)
                ? "\(context.naming.type(owner.dottedName)).\(parameter.sharedDefault)" : nil
        }
        text += " = \(shared ?? translator.translate(value, as: parameter.type).text)"
    }
    return text
}

extension TypedParameter {
    /// Whether calls pass an array where the default is a number: Swift has no default for it.
    var isArrayBesideNumber: Bool { type == .array && defaultValue?.isNumericLiteral == true }
}

extension SwiftStatement {
    /// `return x` alone in a body is `x`.
    var withoutReturn: SwiftStatement {
        if case .line(let text) = self, text.hasPrefix("return ") {
            return .line(String(text.dropFirst(7)))
        }
        return self
    }
}

extension TypedStatement {
    fileprivate var isLoop: Bool { if case .for = kind { true } else { false } }

    /// Whether the statement or a block in it assigns an attribute of `self`.
    func setsAttribute(_ name: String) -> Bool {
        switch kind {
        case .assign(let targets, _):
            for case .attribute(name, _) in targets { return true }
        case .augmentedAssign(.attribute(name, _), _, _): return true
        default: break
        }
        return blocks.contains { $0.contains { $0.setsAttribute(name) } }
    }
}
