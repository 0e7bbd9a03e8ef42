import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CommaBehindDefaultModel`, comma_behind_default_model.py:7.
public final class CaseCommaBehindDefaultModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseCommaBehindDefault

    public init(_ config: CaseCommaConfiguration) {
        _block.wrappedValue = CaseCommaBehindDefault(config)
    }

    /// `CommaBehindDefaultModel.__call__`, comma_behind_default_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `CommaBehindDefaultModel.layers`, comma_behind_default_model.py:16.
    public var layers: [CaseCommaBehindDefault] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
