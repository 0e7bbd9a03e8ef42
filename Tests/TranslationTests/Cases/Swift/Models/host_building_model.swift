import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `HostBuildingModel`, host_building_model.py:7.
public final class CaseHostBuildingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseHostBuilding

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseHostBuilding(config)
    }

    /// `HostBuildingModel.__call__`, host_building_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `HostBuildingModel.layers`, host_building_model.py:16.
    public var layers: [CaseHostBuilding] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
