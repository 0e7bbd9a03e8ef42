import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MembershipModel`, membership_model.py:7.
public final class CaseMembershipModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMembership

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMembership(config)
    }

    /// `MembershipModel.__call__`, membership_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MembershipModel.layers`, membership_model.py:16.
    public var layers: [CaseMembership] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
