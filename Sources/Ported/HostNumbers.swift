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

/// Numbers that NumPy keeps in an array of one dimension, float64.
public typealias HostNumbers = [Double]

/// NumPy's `linspace(start, stop, count, endpoint)`: numbers at equal distances.
///
/// - Throws: `PythonFailure.raised` for a negative `count`, as Python raises a `ValueError`.
public func evenlySpaced(
    _ start: Double, _ stop: Double, count: Int = 50, endpoint: Bool = true
) throws -> HostNumbers {
    guard count >= 0 else {
        throw PythonFailure.raised(
            "ValueError", "Number of samples, \(count), must be non-negative.")
    }
    let (width, intervals) = (stop - start, endpoint ? count - 1 : count)
    let step = width / Double(intervals)
    var numbers = (0..<count).map { index in
        let position = Double(index)
        guard intervals > 0 else { return position * width + start }
        // A distance that is too small to be a number of its own is not lost.
        return (step == 0 ? position / Double(intervals) * width : position * step) + start
    }
    if endpoint, count > 1 { numbers[count - 1] = stop }
    return numbers
}
