import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RepeatedListModel`, repeated_list_model.py:7.
public final class CaseRepeatedListModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRepeatedList

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseRepeatedList(config)
    }

    /// `RepeatedListModel.__call__`, repeated_list_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RepeatedListModel.layers`, repeated_list_model.py:16.
    public var layers: [CaseRepeatedList] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
