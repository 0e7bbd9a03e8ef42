/// What a model says of the packing of its layers, as Swift spells it: Python has truth values and
/// dictionaries for it, which mean this only where a package's conversion asks.
extension Operation {
    /// `{"group_size": 64, "bits": 8}`: how a layer is packed.
    public static let packedRule = rule(
        [
            "group_size": .integer, "bits": .integer, "mode": .string,
            "fallback_group_size": .integer,
        ],
        ".packed([[groupSize: {group_size}]][[, bits: {bits}]][[, mode: {mode}]]"
            + "[[, fallbackGroupSize: {fallback_group_size}]])")

    /// Whether a layer is packed, as the others are.
    public static let ruleOfTruth = rule(
        ["self": .boolean], "QuantizationRule(isPacked: {self})")

    private static func rule(
        _ parameters: KeyValuePairs<String, PythonType>, _ template: String
    ) -> Operation {
        let modes = ["affine", "mxfp4", "mxfp8", "nvfp4"]
        return Operation(
            python: "quant_predicate",
            parameters: parameters.map { name, type in
                OperationParameter(
                    name: name, alternatives: [type],
                    defaultValue: name == "self" ? nil : "None", isKeywordOnly: true,
                    isVariadic: false)
            },
            result: .type(.library("QuantizationRule")),
            swift: [SwiftForm(conditions: [:], template: template)], throwing: false,
            values: ["mode": Dictionary(uniqueKeysWithValues: modes.map { ($0, ".\($0)") })],
            stubDifferences: [:], overloads: [])
    }
}
