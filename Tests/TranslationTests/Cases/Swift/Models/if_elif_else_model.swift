import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `IfElifElseModel`, if_elif_else_model.py:7.
public final class CaseIfElifElseModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseIfElifElse

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseIfElifElse(config)
    }

    /// `IfElifElseModel.__call__`, if_elif_else_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `IfElifElseModel.layers`, if_elif_else_model.py:16.
    public var layers: [CaseIfElifElse] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
