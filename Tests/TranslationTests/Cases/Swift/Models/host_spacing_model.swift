import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `HostSpacingModel`, host_spacing_model.py:7.
public final class CaseHostSpacingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseHostSpacing

    public init(_ config: CaseSpacingConfiguration) throws {
        _block.wrappedValue = try CaseHostSpacing(config)
    }

    /// `HostSpacingModel.__call__`, host_spacing_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `HostSpacingModel.layers`, host_spacing_model.py:16.
    public var layers: [CaseHostSpacing] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
