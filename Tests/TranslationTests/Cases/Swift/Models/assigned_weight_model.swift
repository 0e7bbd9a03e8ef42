import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AssignedWeightModel`, assigned_weight_model.py:7.
public final class CaseAssignedWeightModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAssignedWeight

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAssignedWeight(config)
    }

    /// `AssignedWeightModel.__call__`, assigned_weight_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AssignedWeightModel.layers`, assigned_weight_model.py:16.
    public var layers: [CaseAssignedWeight] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
