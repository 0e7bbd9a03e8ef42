import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ForwardedArgumentsModel`, forwarded_arguments_model.py:7.
public final class CaseForwardedArgumentsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseForwardedArguments

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseForwardedArguments(config)
    }

    /// `ForwardedArgumentsModel.__call__`, forwarded_arguments_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ForwardedArgumentsModel.layers`, forwarded_arguments_model.py:16.
    public var layers: [CaseForwardedArguments] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
