import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AssignedLoopVariableModel`, assigned_loop_variable_model.py:7.
public final class CaseAssignedLoopVariableModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAssignedLoopVariable

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAssignedLoopVariable(config)
    }

    /// `AssignedLoopVariableModel.__call__`, assigned_loop_variable_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AssignedLoopVariableModel.layers`, assigned_loop_variable_model.py:16.
    public var layers: [CaseAssignedLoopVariable] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
