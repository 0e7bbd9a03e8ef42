import MLX
import MLXNN

/// Gives a model's parameters another type, as the packages' `convert` does.
public enum TypeCasting {
    /// The type that a checkpoint's configuration states: `torch_dtype`, or the `dtype` of its
    /// `text_config`; nil if that is none that is cast to.
    public static func statedType(of configuration: OrderedJSON) -> DType? {
        let stated = configuration["torch_dtype"] ?? .null
        let name = stated.isNull ? configuration["text_config"]?["dtype"] : stated
        let types: [String: DType] = [
            "float16": .float16, "bfloat16": .bfloat16, "float32": .float32,
        ]
        return name?.string.flatMap { types[$0] }
    }

    /// Casts the floating-point parameters, but for those that the family keeps as they are.
    ///
    /// - Throws: what the family's rule throws.
    public static func apply(_ dtype: DType, to model: any GenerativeModel) throws {
        let cast = try model.parameters().flattened().filter { path, array in
            try array.dtype.isReal && array.dtype != dtype && model.shouldCast(path)
        }
        try model.update(
            parameters: ModuleParameters.unflattened(cast.map { ($0.0, $0.1.asType(dtype)) }),
            verify: .none)
    }
}
