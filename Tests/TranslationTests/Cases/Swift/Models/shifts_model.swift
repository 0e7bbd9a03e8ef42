import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ShiftsModel`, shifts_model.py:7.
public final class CaseShiftsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseShifts

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseShifts(config)
    }

    /// `ShiftsModel.__call__`, shifts_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ShiftsModel.layers`, shifts_model.py:16.
    public var layers: [CaseShifts] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
