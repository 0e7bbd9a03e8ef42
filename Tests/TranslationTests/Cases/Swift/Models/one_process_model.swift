import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OneProcessModel`, one_process_model.py:7.
public final class CaseOneProcessModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseOneProcess

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseOneProcess(config)
    }

    /// `OneProcessModel.__call__`, one_process_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `OneProcessModel.layers`, one_process_model.py:16.
    public var layers: [CaseOneProcess] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
