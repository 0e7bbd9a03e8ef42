import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ListUnpackingModel`, list_unpacking_model.py:7.
public final class CaseListUnpackingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseListUnpacking

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseListUnpacking(config)
    }

    /// `ListUnpackingModel.__call__`, list_unpacking_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ListUnpackingModel.layers`, list_unpacking_model.py:16.
    public var layers: [CaseListUnpacking] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
