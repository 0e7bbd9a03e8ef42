import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AlwaysNoneModel`, always_none_model.py:7.
public final class CaseAlwaysNoneModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAlwaysNone

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAlwaysNone(config)
    }

    /// `AlwaysNoneModel.__call__`, always_none_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AlwaysNoneModel.layers`, always_none_model.py:16.
    public var layers: [CaseAlwaysNone] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
