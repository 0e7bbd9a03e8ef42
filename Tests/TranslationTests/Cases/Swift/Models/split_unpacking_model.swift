import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SplitUnpackingModel`, split_unpacking_model.py:7.
public final class CaseSplitUnpackingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSplitUnpacking

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSplitUnpacking(config)
    }

    /// `SplitUnpackingModel.__call__`, split_unpacking_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SplitUnpackingModel.layers`, split_unpacking_model.py:16.
    public var layers: [CaseSplitUnpacking] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
