import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FilledFromPartModel`, filled_from_part_model.py:7.
public final class CaseFilledFromPartModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFilledFromPart

    public init(_ config: CaseFilledFromConfiguration) {
        _block.wrappedValue = CaseFilledFromPart(config)
    }

    /// `FilledFromPartModel.__call__`, filled_from_part_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FilledFromPartModel.layers`, filled_from_part_model.py:16.
    public var layers: [CaseFilledFromPart] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
