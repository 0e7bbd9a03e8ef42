import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AttributesSetInLoopsModel`, attributes_set_in_loops_model.py:7.
public final class CaseAttributesSetInLoopsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAttributesSetInLoops

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseAttributesSetInLoops(config)
    }

    /// `AttributesSetInLoopsModel.__call__`, attributes_set_in_loops_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AttributesSetInLoopsModel.layers`, attributes_set_in_loops_model.py:16.
    public var layers: [CaseAttributesSetInLoops] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
