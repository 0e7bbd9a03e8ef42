internal import CMLX

/// Evaluates arrays together. An error is reported as that of an operation.
///
/// Source: `mlx.core.eval`.
public func eval(_ arrays: MLXArray...) {
    eval(arrays)
}

/// Evaluates arrays together. An error is reported as that of an operation.
public func eval(_ arrays: some Collection<MLXArray>) {
    if let error = withHandles(arrays, cmlx_eval) { consume(error) }
}

/// Evaluates whatever arrays the values hold. An error is reported as that of an operation.
public func eval(_ values: Any...) {
    eval(collected(values))
}

/// Evaluates whatever arrays the values hold. An error is reported as that of an operation.
public func eval(_ values: some Sequence<Any>) {
    eval(collected(values))
}

/// Starts to evaluate arrays and returns at once.
///
/// Source: `mlx.core.async_eval`.
public func asyncEval(_ arrays: some Collection<MLXArray>) {
    if let error = withHandles(arrays, cmlx_async_eval) { consume(error) }
}

/// Starts to evaluate whatever arrays the values hold and returns at once.
public func asyncEval(_ values: Any...) {
    asyncEval(collected(values))
}

/// Starts to evaluate whatever arrays the values hold and returns at once.
public func asyncEval(_ values: some Sequence<Any>) {
    asyncEval(collected(values))
}

/// Evaluates whatever arrays the values hold. Throws the error of the evaluation, of an array that is
/// the stand-in of a failed operation, or one left behind before.
public func checkedEval(_ values: Any...) throws {
    try checkedEval(values)
}

/// Evaluates whatever arrays the values hold. Throws the error of the evaluation, of an array that is
/// the stand-in of a failed operation, or one left behind before.
public func checkedEval(_ values: some Sequence<Any>) throws {
    let error = withHandles(collected(values), cmlx_eval).map { consume($0, reporting: false) }
    try checkPendingError()
    if let error { throw error }
}

extension MLXArray {
    /// Evaluates the array. An error is reported as that of an operation.
    public func eval() {
        MLX.eval(CollectionOfOne(self))
    }
}

/// The arrays that values hold: in collections, dictionaries and tuples too.
private func collected(_ values: some Sequence<Any>) -> [MLXArray] {
    var arrays: [MLXArray] = []
    for value in values {
        collect(value, into: &arrays)
    }
    return arrays
}

private func collect(_ value: Any, into arrays: inout [MLXArray]) {
    switch value {
    case let array as MLXArray:
        arrays.append(array)
    case let value as any Evaluatable:
        arrays += value.innerState()
    case let values as [Any]:
        for value in values { collect(value, into: &arrays) }
    case let values as [AnyHashable: Any]:
        for value in values.values { collect(value, into: &arrays) }
    default:
        // Tuples and other structures; numbers and texts beside arrays hold none.
        for child in Mirror(reflecting: value).children { collect(child.value, into: &arrays) }
    }
}
