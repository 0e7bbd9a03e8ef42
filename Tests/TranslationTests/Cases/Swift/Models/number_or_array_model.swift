import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NumberOrArrayModel`, number_or_array_model.py:7.
public final class CaseNumberOrArrayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNumberOrArray

    public init(_ config: CaseNumberOrArrayConfiguration) {
        _block.wrappedValue = CaseNumberOrArray(config)
    }

    /// `NumberOrArrayModel.__call__`, number_or_array_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NumberOrArrayModel.layers`, number_or_array_model.py:16.
    public var layers: [CaseNumberOrArray] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
