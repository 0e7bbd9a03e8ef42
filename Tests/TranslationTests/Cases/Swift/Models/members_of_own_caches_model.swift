import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MembersOfOwnCachesModel`, members_of_own_caches_model.py:7.
public final class CaseMembersOfOwnCachesModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseMembersOfOwnCaches

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMembersOfOwnCaches(config)
    }

    /// `MembersOfOwnCachesModel.__call__`, members_of_own_caches_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `MembersOfOwnCachesModel.layers`, members_of_own_caches_model.py:16.
    public var layers: [CaseMembersOfOwnCaches] { [block] }

    /// `MembersOfOwnCachesModel.make_cache`, members_of_own_caches_model.py:19.
    public func makeCache() -> [any KVCache] { block.makeCache() }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
