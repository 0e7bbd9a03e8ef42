import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MinMaxAbsModel`, min_max_abs_model.py:7.
public final class CaseMinMaxAbsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMinMaxAbs

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMinMaxAbs(config)
    }

    /// `MinMaxAbsModel.__call__`, min_max_abs_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MinMaxAbsModel.layers`, min_max_abs_model.py:16.
    public var layers: [CaseMinMaxAbs] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
