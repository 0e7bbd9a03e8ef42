import MLX
import MLXNN

/// What Python holds in a variable that is a whole number on one path and an array on another: a number takes the
/// element type of the array that it meets, an array has its own.
public enum NumberOrArray {
    case number(Int)
    case array(MLXArray)

    public static func + (left: MLXArray, right: NumberOrArray) -> MLXArray {
        switch right {
        case .number(let number): left + number
        case .array(let array): left + array
        }
    }

    public static func + (left: NumberOrArray, right: MLXArray) -> MLXArray {
        switch left {
        case .number(let number): number + right
        case .array(let array): array + right
        }
    }

    public static func - (left: MLXArray, right: NumberOrArray) -> MLXArray {
        switch right {
        case .number(let number): left - number
        case .array(let array): left - array
        }
    }

    public static func - (left: NumberOrArray, right: MLXArray) -> MLXArray {
        switch left {
        case .number(let number): number - right
        case .array(let array): array - right
        }
    }

    public static func * (left: MLXArray, right: NumberOrArray) -> MLXArray {
        switch right {
        case .number(let number): left * number
        case .array(let array): left * array
        }
    }

    public static func * (left: NumberOrArray, right: MLXArray) -> MLXArray {
        switch left {
        case .number(let number): number * right
        case .array(let array): array * right
        }
    }
}

extension RotaryEmbedding {
    /// Rotates `x` `[B, …, L, D]`, whose first positions are `offset`: one for all rows, or int32 `[B]`.
    public func callAsFunction(_ x: MLXArray, offset: NumberOrArray) -> MLXArray {
        switch offset {
        case .number(let number): self(x, offset: number)
        case .array(let array): self(x, offset: array)
        }
    }
}
