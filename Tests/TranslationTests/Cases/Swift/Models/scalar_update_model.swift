import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ScalarUpdateModel`, scalar_update_model.py:7.
public final class CaseScalarUpdateModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseScalarUpdate

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseScalarUpdate(config)
    }

    /// `ScalarUpdateModel.__call__`, scalar_update_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ScalarUpdateModel.layers`, scalar_update_model.py:16.
    public var layers: [CaseScalarUpdate] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
