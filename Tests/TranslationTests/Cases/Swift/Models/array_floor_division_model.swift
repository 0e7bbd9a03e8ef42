import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ArrayFloorDivisionModel`, array_floor_division_model.py:7.
public final class CaseArrayFloorDivisionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseArrayFloorDivision

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseArrayFloorDivision(config)
    }

    /// `ArrayFloorDivisionModel.__call__`, array_floor_division_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ArrayFloorDivisionModel.layers`, array_floor_division_model.py:16.
    public var layers: [CaseArrayFloorDivision] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
