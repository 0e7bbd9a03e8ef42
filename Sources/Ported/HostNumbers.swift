import MLX

/// Python's `int(text)` in a forward pass: a text that spells no integer is a failure, and 0.
public func wholeNumber(_ text: String) -> Int {
    do {
        return try text.parsedInt()
    } catch {
        _ = failure("int", "\(error)")
        return 0
    }
}

/// The number that an array without dimensions holds, where Python counts up to it: `mx.arange(x.item())`.
///
/// Python would count up to a fraction, too; here that is a failure, and 0.
public func wholeNumber(_ array: MLXArray) -> Int {
    guard let number = Int(exactly: array.item(Double.self)) else {
        _ = failure("arange", "counts up to a number that is not whole")
        return 0
    }
    return number
}
