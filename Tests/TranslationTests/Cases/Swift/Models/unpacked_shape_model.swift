import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `UnpackedShapeModel`, unpacked_shape_model.py:7.
public final class CaseUnpackedShapeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseUnpackedShape

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseUnpackedShape(config)
    }

    /// `UnpackedShapeModel.__call__`, unpacked_shape_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `UnpackedShapeModel.layers`, unpacked_shape_model.py:16.
    public var layers: [CaseUnpackedShape] { [block] }

    /// `UnpackedShapeModel.sanitize`, unpacked_shape_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
