import MLX

/// The array that stands for a result that Python refuses to compute; `message` is reported as a
/// failing MLX call's is.
func failure(_ operation: String, _ message: String) -> MLXArray {
    #if !MLX_SWIFT
        MLXArray.failed(operation, message)
    #else
        // mlx-swift has no way to report an error of one's own but the one it takes by default.
        fatalError("[\(operation)] \(message)")
    #endif
}

/// What a call gives whose arguments Python refuses: a failure, as of every failing call.
public func refusedCall(_ operation: String) -> MLXArray {
    failure(operation, "incompatible function arguments")
}
