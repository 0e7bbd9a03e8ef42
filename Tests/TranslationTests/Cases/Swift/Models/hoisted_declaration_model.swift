import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `HoistedDeclarationModel`, hoisted_declaration_model.py:7.
public final class CaseHoistedDeclarationModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseHoistedDeclaration

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseHoistedDeclaration(config)
    }

    /// `HoistedDeclarationModel.__call__`, hoisted_declaration_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `HoistedDeclarationModel.layers`, hoisted_declaration_model.py:16.
    public var layers: [CaseHoistedDeclaration] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
