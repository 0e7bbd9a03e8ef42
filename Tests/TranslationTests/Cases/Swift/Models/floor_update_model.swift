import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FloorUpdateModel`, floor_update_model.py:7.
public final class CaseFloorUpdateModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFloorUpdate

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseFloorUpdate(config)
    }

    /// `FloorUpdateModel.__call__`, floor_update_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FloorUpdateModel.layers`, floor_update_model.py:16.
    public var layers: [CaseFloorUpdate] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
