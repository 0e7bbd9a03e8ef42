import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `StarredAssignmentModel`, starred_assignment_model.py:7.
public final class CaseStarredAssignmentModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseStarredAssignment

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseStarredAssignment(config)
    }

    /// `StarredAssignmentModel.__call__`, starred_assignment_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `StarredAssignmentModel.layers`, starred_assignment_model.py:16.
    public var layers: [CaseStarredAssignment] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
