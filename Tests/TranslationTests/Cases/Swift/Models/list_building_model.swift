import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ListBuildingModel`, list_building_model.py:7.
public final class CaseListBuildingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseListBuilding

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseListBuilding(config)
    }

    /// `ListBuildingModel.__call__`, list_building_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ListBuildingModel.layers`, list_building_model.py:16.
    public var layers: [CaseListBuilding] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
