import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OpenBoundsModel`, open_bounds_model.py:7.
public final class CaseOpenBoundsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseOpenBounds

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseOpenBounds(config)
    }

    /// `OpenBoundsModel.__call__`, open_bounds_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `OpenBoundsModel.layers`, open_bounds_model.py:16.
    public var layers: [CaseOpenBounds] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
