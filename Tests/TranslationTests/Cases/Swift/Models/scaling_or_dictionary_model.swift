import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ScalingOrDictionaryModel`, scaling_or_dictionary_model.py:7.
public final class CaseScalingOrDictionaryModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseScalingOrDictionary

    public init(_ config: CaseScalingConfiguration) throws {
        _block.wrappedValue = try CaseScalingOrDictionary(config)
    }

    /// `ScalingOrDictionaryModel.__call__`, scaling_or_dictionary_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ScalingOrDictionaryModel.layers`, scaling_or_dictionary_model.py:16.
    public var layers: [CaseScalingOrDictionary] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
