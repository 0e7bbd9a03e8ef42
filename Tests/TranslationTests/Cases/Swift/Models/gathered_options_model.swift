import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `GatheredOptionsModel`, gathered_options_model.py:7.
public final class CaseGatheredOptionsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseGatheredOptions

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseGatheredOptions(config)
    }

    /// `GatheredOptionsModel.__call__`, gathered_options_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `GatheredOptionsModel.layers`, gathered_options_model.py:16.
    public var layers: [CaseGatheredOptions] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
