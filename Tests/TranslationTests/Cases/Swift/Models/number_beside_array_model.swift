import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NumberBesideArrayModel`, number_beside_array_model.py:7.
public final class CaseNumberBesideArrayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNumberBesideArray

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseNumberBesideArray(config)
    }

    /// `NumberBesideArrayModel.__call__`, number_beside_array_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NumberBesideArrayModel.layers`, number_beside_array_model.py:16.
    public var layers: [CaseNumberBesideArray] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
