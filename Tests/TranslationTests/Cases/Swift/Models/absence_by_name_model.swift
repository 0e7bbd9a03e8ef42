import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AbsenceByNameModel`, absence_by_name_model.py:7.
public final class CaseAbsenceByNameModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAbsenceByName

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAbsenceByName(config)
    }

    /// `AbsenceByNameModel.__call__`, absence_by_name_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AbsenceByNameModel.layers`, absence_by_name_model.py:16.
    public var layers: [CaseAbsenceByName] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
