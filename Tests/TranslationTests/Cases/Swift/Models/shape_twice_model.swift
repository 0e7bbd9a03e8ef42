import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ShapeTwiceModel`, shape_twice_model.py:7.
public final class CaseShapeTwiceModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseShapeTwice

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseShapeTwice(config)
    }

    /// `ShapeTwiceModel.__call__`, shape_twice_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ShapeTwiceModel.layers`, shape_twice_model.py:16.
    public var layers: [CaseShapeTwice] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
