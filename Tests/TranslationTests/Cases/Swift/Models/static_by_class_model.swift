import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `StaticByClassModel`, static_by_class_model.py:7.
public final class CaseStaticByClassModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseStaticByClass

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseStaticByClass(config)
    }

    /// `StaticByClassModel.__call__`, static_by_class_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `StaticByClassModel.layers`, static_by_class_model.py:16.
    public var layers: [CaseStaticByClass] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
