import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `WalrusModel`, walrus_model.py:7.
public final class CaseWalrusModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseWalrus

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseWalrus(config)
    }

    /// `WalrusModel.__call__`, walrus_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `WalrusModel.layers`, walrus_model.py:16.
    public var layers: [CaseWalrus] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
