/// The Swift modules whose names declarations use, in alphabetic order.
func importedModules(of declarations: [SwiftDeclaration], context: FamilyContext) -> [String] {
    let words = SwiftWords(of: declarations).all
    let components = Set(context.family.components.values.map(\.component))
    return exports.filter { module, names in
        switch module {
        case "ModelPorted" where !words.isDisjoint(with: context.table.portedNames): true
        case "ModelShared" where !words.isDisjoint(with: components): true
        default: !words.isDisjoint(with: names)
        }
    }.keys.sorted()
}

/// What files of a family use of a module, besides rows of the tables and components.
private let exports: [String: Set<String>] = [
    "Foundation": ["pow", "replacingOccurrences", "Foundation"],
    "MLX": ["MLXArray", "MLXFast"],
    "MLXNN": ["Module", "UnaryLayer", "Linear"],
    "ModelPorted": [
        "ArrayIdentity", "AttentionMask", "bestResolution", "compiled", "distinctElements",
        "doubleEps", "evenlySpaced", "floorDivided", "floorModulo", "floorQuotient",
        "floorRemainder", "FunctionLayer", "GatedFunction", "hostArray", "isDigits", "isWhole",
        "joinedLists", "json", "JSONValue", "KVCache", "listArray", "merging", "nonEmpty",
        "NumberOrArray", "PythonFailure", "RoPEScaling", "WeightTree", "wholeNumber",
        "nonZero", "nonzeroIndices", "ofExactly", "pairs", "parsedInt", "pythonCount",
        "pythonElements", "pythonRange", "pythonRound", "pythonSum", "quadruples", "quoted",
        "refusedCall", "repeatedEach", "repeatedList", "reportedElement", "require", "required",
        "requiredIndex", "runningSums", "shareable", "slice", "splitFromEnd", "stripping",
        "strippingWhitespace", "triples",
        "truncatedToInt", "truthy", "unpacked", "unpackedParts", "warn", "words", "zip",
    ],
    "ModelRuntime": [
        "EmbeddingModel", "EmbeddingOutput", "entries", "GenerativeModel",
        "InputEmbeddingsFeatures",
        "LanguageModel", "LanguageModelOutput", "OrderedWeights", "QuantizationRule",
        "decodeConfiguration",
    ],
    "ModelShared": ["BaseModelConfiguration", "decode"],
    "OrderedCollections": ["OrderedDictionary"],
]
