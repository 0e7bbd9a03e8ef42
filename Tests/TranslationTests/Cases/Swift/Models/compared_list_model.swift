import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ComparedListModel`, compared_list_model.py:7.
public final class CaseComparedListModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseComparedList

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseComparedList(config)
    }

    /// `ComparedListModel.__call__`, compared_list_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) throws -> LanguageModelOutput {
        try LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ComparedListModel.layers`, compared_list_model.py:16.
    public var layers: [CaseComparedList] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
