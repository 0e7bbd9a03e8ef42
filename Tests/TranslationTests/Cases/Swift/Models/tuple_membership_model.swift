import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TupleMembershipModel`, tuple_membership_model.py:7.
public final class CaseTupleMembershipModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTupleMembership

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTupleMembership(config)
    }

    /// `TupleMembershipModel.__call__`, tuple_membership_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TupleMembershipModel.layers`, tuple_membership_model.py:16.
    public var layers: [CaseTupleMembership] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
