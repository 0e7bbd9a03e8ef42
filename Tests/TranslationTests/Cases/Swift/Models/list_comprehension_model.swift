import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ListComprehensionModel`, list_comprehension_model.py:7.
public final class CaseListComprehensionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseListComprehension

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseListComprehension(config)
    }

    /// `ListComprehensionModel.__call__`, list_comprehension_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ListComprehensionModel.layers`, list_comprehension_model.py:16.
    public var layers: [CaseListComprehension] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
