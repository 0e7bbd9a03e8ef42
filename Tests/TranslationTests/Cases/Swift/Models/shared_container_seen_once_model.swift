import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SharedContainerSeenOnceModel`, shared_container_seen_once_model.py:7.
public final class CaseSharedContainerSeenOnceModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSharedContainerSeenOnce

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSharedContainerSeenOnce(config)
    }

    /// `SharedContainerSeenOnceModel.__call__`, shared_container_seen_once_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SharedContainerSeenOnceModel.layers`, shared_container_seen_once_model.py:16.
    public var layers: [CaseSharedContainerSeenOnce] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
