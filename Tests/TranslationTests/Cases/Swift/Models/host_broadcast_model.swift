import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `HostBroadcastModel`, host_broadcast_model.py:7.
public final class CaseHostBroadcastModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseHostBroadcast

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseHostBroadcast(config)
    }

    /// `HostBroadcastModel.__call__`, host_broadcast_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `HostBroadcastModel.layers`, host_broadcast_model.py:16.
    public var layers: [CaseHostBroadcast] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
