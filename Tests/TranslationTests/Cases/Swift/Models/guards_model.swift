import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `GuardsModel`, guards_model.py:7.
public final class CaseGuardsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseGuards

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseGuards(config)
    }

    /// `GuardsModel.__call__`, guards_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `GuardsModel.layers`, guards_model.py:16.
    public var layers: [CaseGuards] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
