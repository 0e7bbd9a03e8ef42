import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ProjectionModel`, configuration_model.py:7.
public final class CaseProjectionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseProjection

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseProjection(config)
    }

    /// `ProjectionModel.__call__`, configuration_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ProjectionModel.layers`, configuration_model.py:16.
    public var layers: [CaseProjection] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
