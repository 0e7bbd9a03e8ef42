import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `GuardedInBranchModel`, guarded_in_branch_model.py:7.
public final class CaseGuardedInBranchModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseGuardedInBranch

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseGuardedInBranch(config)
    }

    /// `GuardedInBranchModel.__call__`, guarded_in_branch_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `GuardedInBranchModel.layers`, guarded_in_branch_model.py:16.
    public var layers: [CaseGuardedInBranch] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
