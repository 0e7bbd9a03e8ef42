import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `JsonMembershipModel`, json_membership_model.py:7.
public final class CaseJsonMembershipModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseJsonMembership

    public init(_ config: CaseJsonMembershipConfiguration) throws {
        _block.wrappedValue = try CaseJsonMembership(config)
    }

    /// `JsonMembershipModel.__call__`, json_membership_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `JsonMembershipModel.layers`, json_membership_model.py:16.
    public var layers: [CaseJsonMembership] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
