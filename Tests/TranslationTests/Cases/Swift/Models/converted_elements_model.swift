import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConvertedElementsModel`, converted_elements_model.py:7.
public final class CaseConvertedElementsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConvertedElements

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseConvertedElements(config)
    }

    /// `ConvertedElementsModel.__call__`, converted_elements_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConvertedElementsModel.layers`, converted_elements_model.py:16.
    public var layers: [CaseConvertedElements] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
