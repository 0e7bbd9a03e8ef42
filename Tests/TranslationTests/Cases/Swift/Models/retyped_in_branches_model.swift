import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RetypedInBranchesModel`, retyped_in_branches_model.py:7.
public final class CaseRetypedInBranchesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRetypedInBranches

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRetypedInBranches(config)
    }

    /// `RetypedInBranchesModel.__call__`, retyped_in_branches_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RetypedInBranchesModel.layers`, retyped_in_branches_model.py:16.
    public var layers: [CaseRetypedInBranches] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
