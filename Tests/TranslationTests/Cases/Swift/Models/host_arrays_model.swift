import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `HostArraysModel`, host_arrays_model.py:7.
public final class CaseHostArraysModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseHostArrays

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseHostArrays(config)
    }

    /// `HostArraysModel.__call__`, host_arrays_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `HostArraysModel.layers`, host_arrays_model.py:16.
    public var layers: [CaseHostArrays] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
