import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `IdentityOfArraysModel`, identity_of_arrays_model.py:7.
public final class CaseIdentityOfArraysModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseIdentityOfArrays

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseIdentityOfArrays(config)
    }

    /// `IdentityOfArraysModel.__call__`, identity_of_arrays_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `IdentityOfArraysModel.layers`, identity_of_arrays_model.py:16.
    public var layers: [CaseIdentityOfArrays] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
