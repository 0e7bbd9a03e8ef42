import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `IdentityOfTruthModel`, identity_of_truth_model.py:7.
public final class CaseIdentityOfTruthModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseIdentityOfTruth

    public init(_ config: CaseGateConfiguration) throws {
        _block.wrappedValue = try CaseIdentityOfTruth(config)
    }

    /// `IdentityOfTruthModel.__call__`, identity_of_truth_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `IdentityOfTruthModel.layers`, identity_of_truth_model.py:16.
    public var layers: [CaseIdentityOfTruth] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
