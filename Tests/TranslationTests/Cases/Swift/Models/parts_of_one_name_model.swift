import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OneNameModel`, parts_of_one_name_model.py:7.
public final class CaseOneNameModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseOneName

    public init(_ config: CaseOneNameConfiguration) {
        _block.wrappedValue = CaseOneName(config)
    }

    /// `OneNameModel.__call__`, parts_of_one_name_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `OneNameModel.layers`, parts_of_one_name_model.py:16.
    public var layers: [CaseOneName] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
