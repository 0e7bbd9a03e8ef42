import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `WarningModel`, warning_model.py:7.
public final class CaseWarningModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseWarning

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseWarning(config)
    }

    /// `WarningModel.__call__`, warning_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `WarningModel.layers`, warning_model.py:16.
    public var layers: [CaseWarning] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
