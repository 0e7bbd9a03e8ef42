/// The Swift modules whose names declarations use, in alphabetic order.
func importedModules(of declarations: [SwiftDeclaration], context: FamilyContext) -> [String] {
    let text = String(describing: declarations)
    let candidates = [
        "Foundation": ["pow(", "replacingOccurrences", "Foundation."],
        "MLX": ["MLXArray", "MLXFast"],
        "MLXNN": ["Module", "Linear"],
        "ModelPorted": [
            "KVCache", "RoPEScaling", "AttentionMask", "required", "require(", "floor", "nonZero",
            "nonEmpty", "truncatedToInt", "ofExactly:", "PythonFailure", "compiled(", "shareable(",
            "WeightTree(",
            "JSONValue",
            "pythonRound", "pythonSum(",
            "warn(", "zip(", ".slice(", ".isWhole", ".isDigits", ".words",
            ".strippingWhitespace", ".parsedInt()", ".quoted", ".split(by:", ".splitFromEnd(",
            ".truthy",
        ] + context.table.portedNames,
        "ModelRuntime": [
            "decodeConfiguration(", "GenerativeModel", "LanguageModel", "LanguageModelOutput",
            "InputEmbeddingsFeatures", "EmbeddingModel", "EmbeddingOutput", "OrderedWeights",
        ],
        "OrderedCollections": ["OrderedDictionary"],
        "ModelShared": ["BaseModelConfiguration", "Standard", "Configuration {", "decode("]
            + context.family.components.values.map { "\($0.component)<" }.sorted(),
    ]
    return candidates.filter { entry in entry.value.contains { text.contains($0) } }.keys.sorted()
}
