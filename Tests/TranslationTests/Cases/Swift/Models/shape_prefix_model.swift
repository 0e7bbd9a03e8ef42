import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ShapePrefixModel`, shape_prefix_model.py:7.
public final class CaseShapePrefixModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseShapePrefix

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseShapePrefix(config)
    }

    /// `ShapePrefixModel.__call__`, shape_prefix_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ShapePrefixModel.layers`, shape_prefix_model.py:16.
    public var layers: [CaseShapePrefix] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
