import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NamesUsedTwiceModel`, names_used_twice_model.py:7.
public final class CaseNamesUsedTwiceModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNamesUsedTwice

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseNamesUsedTwice(config)
    }

    /// `NamesUsedTwiceModel.__call__`, names_used_twice_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NamesUsedTwiceModel.layers`, names_used_twice_model.py:16.
    public var layers: [CaseNamesUsedTwice] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
