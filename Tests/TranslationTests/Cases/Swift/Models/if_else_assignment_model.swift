import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `IfElseAssignmentModel`, if_else_assignment_model.py:7.
public final class CaseIfElseAssignmentModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseIfElseAssignment

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseIfElseAssignment(config)
    }

    /// `IfElseAssignmentModel.__call__`, if_else_assignment_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `IfElseAssignmentModel.layers`, if_else_assignment_model.py:16.
    public var layers: [CaseIfElseAssignment] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
