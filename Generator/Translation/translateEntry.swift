import Analysis
import Operations

/// The conformance through which the runtime uses a family.
func translateEntry(module: TypedModule, context: FamilyContext) -> SwiftDeclaration {
    let entry = context.family.entry
    let naming = context.naming
    var members: [SwiftDeclaration] = []
    let model = context.classes[entry.model]
    let generatorName = entry.languageModel ?? entry.model
    let generator = context.classes[generatorName]
    let receiver = entry.languageModel == nil ? "" : "languageModel."
    let call = entry.languageModel == nil ? "self" : "languageModel"

    if let function = model?.method("get_input_embeddings") {
        let arguments = function.parameters.enumerated().map { position, parameter in
            let label = FunctionTranslator.label(parameter, position: position, naming: naming)
            let value = "inputs.\(parameter.name.camelCase)"
            return label.map { "\($0): \(value)" } ?? value
        }
        let attempt =
            context.throwingFunctions.contains("\(entry.model).\(function.name)") ? "try " : ""
        members.append(
            .function(
                documentation: [],
                signature:
                    "public func inputFeatures(_ inputs: ModelInputs) throws -> InputEmbeddingsFeatures?",
                body: [
                    .line(
                        "\(attempt)\(naming.member(function.name))(\(arguments.joined(separator: ", ")))"
                    )
                ]))
        members.append(.blank)
    }
    if let function = generator?.method("__call__") {
        members.append(
            .function(
                documentation: [],
                signature:
                    "public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws -> LanguageModelOutput",
                body: [.line(callText(function, of: generatorName, call: call, context: context))]))
    }
    if let function = generator?.method("make_cache") {
        let attempt =
            context.throwingFunctions.contains("\(generatorName).make_cache") ? "try " : ""
        if entry.languageModel != nil {
            members += [
                .blank,
                .function(
                    documentation: [], signature: "public func makeCache() throws -> [any KVCache]",
                    body: [.line("\(attempt)\(receiver)\(naming.member(function.name))()")]),
            ]
        }
    } else {
        members += [
            .blank,
            .function(
                documentation: [], signature: "public func makeCache() throws -> [any KVCache]",
                body: [.line("\(receiver)layers.map { _ in KVCacheSimple() }")]),
        ]
    }
    return .type(
        documentation: [], header: "extension \(naming.type(entry.model)): GenerativeModel",
        members: members)
}

private func callText(
    _ function: TypedFunction, of owner: String, call: String, context: FamilyContext
) -> String {
    let arguments = function.parameters.enumerated().compactMap { position, parameter -> String? in
        let value: String
        // The packages pass the token ids first, whatever the parameter is called.
        switch position == 0 ? "inputs" : parameter.name {
        case "inputs":
            value =
                parameter.type.isOptional
                ? "inputs.inputIds" : "required(inputs.inputIds, \"input_ids\")"
        case "cache": value = "cache"
        case "inputs_embeds": value = "inputs.inputsEmbeds"
        default: return nil
        }
        let label = FunctionTranslator.label(parameter, position: position, naming: context.naming)
        return label.map { "\($0): \(value)" } ?? value
    }
    let isThrowing = context.throwingFunctions.contains("\(owner).__call__")
    let attempt = isThrowing || arguments.contains { $0.contains("required(") } ? "try " : ""
    let result = "\(call)(\(arguments.joined(separator: ", ")))"
    // mlx-lm's models return the logits alone.
    return attempt
        + (function.result == .array ? "LanguageModelOutput(logits: \(result))" : result)
}
