import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `HostPositionsModel`, host_positions_model.py:7.
public final class CaseHostPositionsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseHostPositions

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseHostPositions(config)
    }

    /// `HostPositionsModel.__call__`, host_positions_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `HostPositionsModel.layers`, host_positions_model.py:16.
    public var layers: [CaseHostPositions] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
