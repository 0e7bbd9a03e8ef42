import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `JsonElementsModel`, json_elements_model.py:7.
public final class CaseJsonElementsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseJsonElements

    public init(_ config: CaseJsonElementsConfiguration) throws {
        _block.wrappedValue = try CaseJsonElements(config)
    }

    /// `JsonElementsModel.__call__`, json_elements_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `JsonElementsModel.layers`, json_elements_model.py:16.
    public var layers: [CaseJsonElements] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
