import Analysis
import Operations

/// What the runtime needs of one of a family's classes: a protocol, and the members that meet it
/// beside what the Python's own methods give.
struct EntryConformance {
    let conformances: [String]
    let members: [SwiftDeclaration]
}

/// The conformance through which the runtime uses a class: `Model` itself, and the language model that it
/// holds; nil for other classes.
func translateEntry(_ typed: TypedClass, context: FamilyContext) -> EntryConformance? {
    let entries = context.family.entries.filter {
        [$0.model, $0.languageModel].contains(typed.dottedName)
    }
    // What is a model of its own is one as a part of another, too.
    guard let entry = entries.first(where: { $0.model == typed.dottedName }) ?? entries.first
    else { return nil }
    switch typed.dottedName {
    case entry.languageModel:
        return EntryConformance(
            conformances: ["LanguageModel"] + caching(typed),
            members: generation(typed, context: context))
    case entry.model where typed.method("__call__")?.result == .library("EmbeddingOutput"):
        return EntryConformance(
            conformances: ["EmbeddingModel"], members: embeddings(typed, context: context))
    case entry.model where entry.languageModel == nil:
        return EntryConformance(
            conformances: ["GenerativeModel"] + caching(typed),
            members: inputNames(typed) + inputFeatures(typed, context: context)
                + generation(typed, context: context))
    case entry.model:
        return EntryConformance(
            conformances: ["LanguageModelHolder"],
            members: inputNames(typed)
                + inputFeatures(typed, context: context)
                + sanitizedParts(typed, entry, context: context))
    default: return nil
    }
}

/// The package makes the caches where the class has no `make_cache`.
private func caching(_ typed: TypedClass) -> [String] {
    typed.method("make_cache") == nil ? ["UniformlyCached"] : []
}

/// The call with named tensors.
private func generation(_ typed: TypedClass, context: FamilyContext) -> [SwiftDeclaration] {
    guard let function = typed.method("__call__") else { return [] }
    let (call, isThrowing) = callText(function, of: typed.dottedName, context: context)
    return defaultCaches(typed, context: context) + [
        .blank,
        .function(
            documentation: [],
            signature:
                "public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?)\(isThrowing ? " throws" : "") -> LanguageModelOutput",
            body: [.line(call)]),
    ]
}

/// An encoder's call with named tensors.
private func embeddings(_ typed: TypedClass, context: FamilyContext) -> [SwiftDeclaration] {
    guard let function = typed.method("__call__") else { return [] }
    let arguments = function.parameters.enumerated().filter { $0.element.type != .none }
        .map { position, parameter in
            let value =
                position == 0
                ? "required(inputs.inputIds, \"input_ids\")" : "inputs[\"\(parameter.name)\"]"
            let label = FunctionTranslator.label(
                parameter, position: position, naming: context.naming)
            return label.map { "\($0): \(value)" } ?? value
        }
    return [
        .blank,
        .function(
            documentation: [],
            signature:
                "public func textEmbeddings(of inputs: ModelInputs) throws -> EmbeddingOutput",
            body: [.line("try self(\(arguments.joined(separator: ", ")))")]),
    ]
}

/// The inputs for which the runtime has properties.
private let namedInputs: Set<String> = [
    "input_ids", "inputs_embeds", "mask", "pixel_values", "position_ids", "cross_attention_states",
    "encoder_outputs",
]

/// What `get_input_embeddings` reads beside texts: inputs that a processor makes of media.
private func mediaInputs(_ typed: TypedClass) -> [String] {
    guard let function = typed.method("get_input_embeddings") else { return [] }
    return function.parameters.filter { parameter in
        parameter.type == .optional(.array)
            && !["input_ids", "inputs_embeds", "mask"].contains(parameter.name)
            && function.body.contains { $0.reads(parameter.name) }
    }.map(\.name)
}

/// The names of the inputs where there are others than those of texts.
private func inputNames(_ typed: TypedClass) -> [SwiftDeclaration] {
    let media = mediaInputs(typed)
    guard media.contains("pixel_values") else { return [] }
    let names = (["input_ids", "inputs_embeds", "mask"] + media).map { "\"\($0)\"" }
    return [
        .blank,
        .function(
            documentation: [], signature: "public var inputNames: Set<String>",
            body: [.line("[\(names.joined(separator: ", "))]")]),
    ]
}

/// What the package's loader has the parts do to the weights after the model's own `sanitize`.
private func sanitizedParts(
    _ typed: TypedClass, _ entry: FamilyEntry, context: FamilyContext
) -> [SwiftDeclaration] {
    let naming = context.naming
    guard !entry.sanitizers.isEmpty else { return [] }
    let isThrowing = entry.sanitizers.contains {
        context.throwingFunctions.contains("\($0.part).sanitize")
    }
    let value = entry.sanitizers.reduce("weights") { value, sanitizer in
        let isStatic = context.classes[sanitizer.part]?.method("sanitize")?.isStatic == true
        let part =
            isStatic ? naming.type(sanitizer.part) : naming.member(sanitizer.attribute)
        let attribute = typed.attribute(sanitizer.attribute)
        let isOptional = attribute.map { $0.type.isOptional || $0.presence != .always } ?? false
        return isStatic || !isOptional
            ? "\(part).sanitize(\(value))" : "\(part)?.sanitize(\(value)) ?? \(value)"
    }
    return [
        .blank,
        .function(
            documentation: [],
            signature:
                "public func sanitizeParts(_ weights: OrderedWeights)\(isThrowing ? " throws" : "") -> OrderedWeights",
            body: [.line("\(isThrowing ? "try " : "")\(value)")]),
    ]
}

/// `get_input_embeddings` with named tensors.
private func inputFeatures(_ typed: TypedClass, context: FamilyContext) -> [SwiftDeclaration] {
    guard let function = typed.method("get_input_embeddings") else { return [] }
    let naming = context.naming
    let arguments = function.parameters.enumerated().filter { $0.element.type != .none }
        .map { position, parameter in
            let label = FunctionTranslator.label(parameter, position: position, naming: naming)
            // The packages pass the token ids first, whatever the parameter is called.
            let ids =
                parameter.type.isOptional
                ? "inputs.inputIds" : "required(inputs.inputIds, \"input_ids\")"
            let value = position == 0 ? ids : tensor(parameter.name)
            return label.map { "\($0): \(value)" } ?? value
        }
    let isThrowing =
        context.throwingFunctions.contains("\(typed.dottedName).\(function.name)")
        || function.parameters.first?.type.isOptional == false
    let call = "\(naming.member(function.name))(\(arguments.joined(separator: ", ")))"
    return [
        .blank,
        .function(
            documentation: [],
            signature:
                "public func inputFeatures(_ inputs: ModelInputs)\(isThrowing ? " throws" : "") -> InputEmbeddingsFeatures?",
            body: [.line("\(isThrowing ? "try " : "")\(call)")]),
    ]
}

/// A tensor of the inputs.
private func tensor(_ name: String) -> String {
    namedInputs.contains(name) ? "inputs.\(name.camelCase)" : "inputs[\"\(name)\"]"
}

/// What the package gives a language model beside ids, embeddings and caches: the other fields of what the
/// model that holds it makes of the inputs, and the inputs that only media have.
private func carriedInputs(of owner: String, context: FamilyContext) -> Set<String> {
    let holders = context.family.entries.filter { $0.languageModel == owner }
        .compactMap { context.classes[$0.model] }
    return holders.reduce(into: Set<String>()) { names, holder in
        names.formUnion(mediaInputs(holder))
        for method in holder.methods {
            for statement in method.body { names.formUnion(statement.featureNames) }
        }
    }.subtracting(["inputs_embeds", "pixel_values"])
}

private func callText(
    _ function: TypedFunction, of owner: String, context: FamilyContext
) -> (text: String, isThrowing: Bool) {
    let carried = carriedInputs(of: owner, context: context)
    let arguments = function.parameters.enumerated().filter { $0.element.type != .none }
        .compactMap { position, parameter -> String? in
            let value: String
            // The packages pass the token ids first, whatever the parameter is called.
            switch position == 0 ? "inputs" : parameter.name {
            case "inputs":
                value =
                    parameter.type.isOptional
                    ? "inputs.inputIds" : "required(inputs.inputIds, \"input_ids\")"
            case "cache": value = "cache"
            case "inputs_embeds": value = "inputs.inputsEmbeds"
            case let name where carried.contains(name):
                let isList = parameter.type.unwrapped == .list(.array)
                value = isList ? "\(tensor(name)).map { Array($0) }" : tensor(name)
            default: return nil
            }
            let label = FunctionTranslator.label(
                parameter, position: position, naming: context.naming)
            return label.map { "\($0): \(value)" } ?? value
        }
    let isThrowing =
        context.throwingFunctions.contains("\(owner).__call__")
        || arguments.contains { $0.contains("required(") }
    let result = "self(\(arguments.joined(separator: ", ")))"
    // mlx-lm's models return the logits alone.
    let output = function.result == .array ? "LanguageModelOutput(logits: \(result))" : result
    return ("\(isThrowing ? "try " : "")\(output)", isThrowing)
}

/// Caches with the defaults of what `make_cache` takes: the runtime passes nothing.
private func defaultCaches(_ typed: TypedClass, context: FamilyContext) -> [SwiftDeclaration] {
    guard let function = typed.method("make_cache"), !function.parameters.isEmpty,
        let module = context.family.allModules.first(where: { $0.parsed.name == typed.moduleName })
    else { return [] }
    let translator = FunctionTranslator(function, owner: typed, module: module, context: context)
    let arguments = function.parameters.enumerated().compactMap { position, parameter in
        parameter.defaultValue.map { value in
            let label = FunctionTranslator.label(
                parameter, position: position, naming: context.naming)
            let text = translator.translate(value, as: parameter.type).text
            return label.map { "\($0): \(text)" } ?? text
        }
    }
    let isThrowing = context.throwingFunctions.contains("\(typed.dottedName).make_cache")
    let call = "makeCache(\(arguments.joined(separator: ", ")))"
    return [
        .blank,
        .function(
            documentation: [],
            signature: "public func makeCache()\(isThrowing ? " throws" : "") -> [any KVCache]",
            body: [.line(isThrowing ? "try \(call)" : call)]),
    ]
}

extension TypedStatement {
    /// Whether a local is read otherwise than by a test for `None`, whose outcome may be an error.
    fileprivate func reads(_ name: String) -> Bool {
        expressions.contains { $0.reads(name) }
            || blocks.contains { $0.contains { $0.reads(name) } }
    }
}

extension TypedStatement {
    /// The fields that are given where `InputEmbeddingsFeatures(…)` is made.
    fileprivate var featureNames: Set<String> {
        expressions.reduce(into: Set(blocks.joined().flatMap(\.featureNames))) {
            $0.formUnion($1.featureNames)
        }
    }
}

extension TypedExpression {
    fileprivate var featureNames: Set<String> {
        var names = Set(children.flatMap(\.featureNames))
        if case .call(let call) = kind, type == .library("InputEmbeddingsFeatures") {
            names.formUnion(call.arguments.filter { $0.value.type != .none }.map(\.parameter))
        }
        return names
    }

    fileprivate func reads(_ name: String) -> Bool {
        if kind == .local(name) { return true }
        if case .isNone = kind { return false }
        return children.contains { $0.reads(name) }
    }
}
