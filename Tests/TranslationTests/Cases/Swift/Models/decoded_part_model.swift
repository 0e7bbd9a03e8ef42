import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DecodedPartModel`, decoded_part_model.py:7.
public final class CaseDecodedPartModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDecodedPart

    public init(_ config: CasePartConfiguration) throws {
        _block.wrappedValue = try CaseDecodedPart(config)
    }

    /// `DecodedPartModel.__call__`, decoded_part_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `DecodedPartModel.layers`, decoded_part_model.py:16.
    public var layers: [CaseDecodedPart] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
