import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MembersOfAbsentModel`, members_of_absent_model.py:8.
public final class CaseMembersOfAbsentModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseMembersOfAbsent

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMembersOfAbsent(config)
    }

    /// `MembersOfAbsentModel.__call__`, members_of_absent_model.py:13.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `MembersOfAbsentModel.layers`, members_of_absent_model.py:17.
    public var layers: [CaseMembersOfAbsent] { [block] }

    /// `MembersOfAbsentModel.make_cache`, members_of_absent_model.py:20.
    public func makeCache() -> [any KVCache] { [KVCacheSimple()] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
