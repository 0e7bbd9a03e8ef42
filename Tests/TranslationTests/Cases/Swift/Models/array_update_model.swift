import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ArrayUpdateModel`, array_update_model.py:7.
public final class CaseArrayUpdateModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseArrayUpdate

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseArrayUpdate(config)
    }

    /// `ArrayUpdateModel.__call__`, array_update_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ArrayUpdateModel.layers`, array_update_model.py:16.
    public var layers: [CaseArrayUpdate] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
