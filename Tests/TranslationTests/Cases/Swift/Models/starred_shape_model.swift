import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `StarredShapeModel`, starred_shape_model.py:7.
public final class CaseStarredShapeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseStarredShape

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseStarredShape(config)
    }

    /// `StarredShapeModel.__call__`, starred_shape_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `StarredShapeModel.layers`, starred_shape_model.py:16.
    public var layers: [CaseStarredShape] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
