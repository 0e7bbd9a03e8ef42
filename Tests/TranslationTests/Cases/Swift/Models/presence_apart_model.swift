import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PresenceApartModel`, presence_apart_model.py:7.
public final class CasePresenceApartModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePresenceApart

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePresenceApart(config)
    }

    /// `PresenceApartModel.__call__`, presence_apart_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PresenceApartModel.layers`, presence_apart_model.py:16.
    public var layers: [CasePresenceApart] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
