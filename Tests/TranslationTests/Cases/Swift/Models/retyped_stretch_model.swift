import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RetypedStretchModel`, retyped_stretch_model.py:7.
public final class CaseRetypedStretchModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRetypedStretch

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRetypedStretch(config)
    }

    /// `RetypedStretchModel.__call__`, retyped_stretch_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RetypedStretchModel.layers`, retyped_stretch_model.py:16.
    public var layers: [CaseRetypedStretch] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
