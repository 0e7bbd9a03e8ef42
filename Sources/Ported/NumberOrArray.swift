import MLX

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
