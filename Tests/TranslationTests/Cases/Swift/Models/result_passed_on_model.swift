import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ResultPassedOnModel`, result_passed_on_model.py:7.
public final class CaseResultPassedOnModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseResultPassedOn

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseResultPassedOn(config)
    }

    /// `ResultPassedOnModel.__call__`, result_passed_on_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ResultPassedOnModel.layers`, result_passed_on_model.py:16.
    public var layers: [CaseResultPassedOn] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
