import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NamesInDecidedBranchModel`, names_in_decided_branch_model.py:7.
public final class CaseNamesInDecidedBranchModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNamesInDecidedBranch

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseNamesInDecidedBranch(config)
    }

    /// `NamesInDecidedBranchModel.__call__`, names_in_decided_branch_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NamesInDecidedBranchModel.layers`, names_in_decided_branch_model.py:16.
    public var layers: [CaseNamesInDecidedBranch] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
