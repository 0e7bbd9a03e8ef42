internal import CMLX

// How Swift calls the shim: borrowed handles in, owned handles out. The closures are inlined, so a
// call costs what the C call costs.

/// A call with one array.
@inline(__always)
func unary(_ a: MLXArray, _ body: (cmlx_array) -> cmlx_array) -> MLXArray {
    withExtendedLifetime(a) { MLXArray(body(a.handle)) }
}

/// A call with two arrays.
@inline(__always)
func binary(_ a: MLXArray, _ b: MLXArray, _ body: (cmlx_array, cmlx_array) -> cmlx_array)
    -> MLXArray
{
    // Nested: a tuple would be copied, and its parts retained.
    withExtendedLifetime(a) { withExtendedLifetime(b) { MLXArray(body(a.handle, b.handle)) } }
}

/// A call with three arrays.
@inline(__always)
func ternary(
    _ a: MLXArray, _ b: MLXArray, _ c: MLXArray,
    _ body: (cmlx_array, cmlx_array, cmlx_array) -> cmlx_array
) -> MLXArray {
    withExtendedLifetime(a) {
        withExtendedLifetime(b) {
            withExtendedLifetime(c) { MLXArray(body(a.handle, b.handle, c.handle)) }
        }
    }
}

/// An operation of the unary table.
@inline(__always)
func unary(_ operation: cmlx_unary_operation, _ a: MLXArray, _ stream: StreamOrDevice) -> MLXArray {
    unary(a) { cmlx_unary(operation, $0, stream.code) }
}

/// An operation of the binary table between arrays.
@inline(__always)
func binary(
    _ operation: cmlx_binary_operation, _ a: MLXArray, _ b: MLXArray, _ stream: StreamOrDevice
) -> MLXArray {
    binary(a, b) { cmlx_binary(operation, $0, $1, stream.code) }
}

/// An operation of the binary table with an array on the left; a scalar takes its dtype.
func binary(
    _ operation: cmlx_binary_operation, _ a: MLXArray, _ b: some ScalarOrArray,
    _ stream: StreamOrDevice
) -> MLXArray {
    guard let scalar = b.weakScalar else {
        return binary(operation, a, b.asMLXArray(dtype: a.dtype), stream)
    }
    return unary(a) { cmlx_binary_scalar(operation, $0, scalar.value, false, stream.code) }
}

/// An operation of the binary table with an array on the right; a scalar takes its dtype.
func binary(
    _ operation: cmlx_binary_operation, _ a: some ScalarOrArray, _ b: MLXArray,
    _ stream: StreamOrDevice
) -> MLXArray {
    guard let scalar = a.weakScalar else {
        return binary(operation, a.asMLXArray(dtype: b.dtype), b, stream)
    }
    return unary(b) { cmlx_binary_scalar(operation, $0, scalar.value, true, stream.code) }
}

/// An operation of the binary table between anything: two scalars get Python's dtypes.
func binary(
    _ operation: cmlx_binary_operation, _ a: some ScalarOrArray, _ b: some ScalarOrArray,
    _ stream: StreamOrDevice
) -> MLXArray {
    if a.weakScalar == nil {
        return binary(operation, a.asMLXArray(dtype: nil), b, stream)
    }
    return binary(operation, a, b.asMLXArray(dtype: nil), stream)
}

// MARK: - Lists

/// Calls `body` with integers as the engine's, on the stack. What does not fit is clamped, and the
/// engine refuses it.
@inline(__always)
func withInts<R>(_ values: some Collection<Int>, _ body: (cmlx_ints) -> R) -> R {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: values.count) { buffer in
        var count = 0
        for value in values {
            buffer.initializeElement(at: count, to: Int32(clamping: value))
            count += 1
        }
        return body(cmlx_ints(values: buffer.baseAddress, count: count))
    }
}

/// Calls `body` with the elements of a homogeneous tuple of `Int32`.
@inline(__always)
func withInts<Tuple, R>(tuple: Tuple, _ body: (cmlx_ints) -> R) -> R {
    withUnsafeBytes(of: tuple) { bytes in
        let values = bytes.assumingMemoryBound(to: Int32.self)
        return body(cmlx_ints(values: values.baseAddress, count: values.count))
    }
}

/// Calls `body` with borrowed handles in a row.
@inline(__always)
func withHandles<R>(_ arrays: some Collection<MLXArray>, _ body: (cmlx_arrays) -> R) -> R {
    withExtendedLifetime(arrays) {
        withUnsafeTemporaryAllocation(of: cmlx_array.self, capacity: arrays.count) { buffer in
            var count = 0
            for array in arrays {
                buffer.initializeElement(at: count, to: array.handle)
                count += 1
            }
            return body(cmlx_arrays(items: buffer.baseAddress, count: count))
        }
    }
}

/// A call with several results. On failure `count` stand-ins.
func list(count: Int, _ body: (inout cmlx_list) -> OpaquePointer?) -> [MLXArray] {
    var out = cmlx_list()
    if let error = body(&out) {
        let standIn = MLXArray(cmlx_array(descriptor: nil, owner: UnsafeMutableRawPointer(error)))
        return (0..<max(count, 0)).map { _ in standIn.copyContext() }
    }
    defer { cmlx_list_free(out) }
    return UnsafeBufferPointer(start: out.items, count: out.count).map(MLXArray.init)
}

/// The handle of an optional array.
@inline(__always)
func withHandle<R>(_ array: MLXArray?, _ body: (cmlx_array) -> R) -> R {
    withExtendedLifetime(array) {
        body(array?.handle ?? cmlx_array(descriptor: nil, owner: nil))
    }
}

extension Int? {
    /// For parameters of the engine that may be absent.
    var code: cmlx_optional_int {
        map { cmlx_optional_int(value: Int32(clamping: $0), present: true) }
            ?? cmlx_optional_int(value: 0, present: false)
    }
}

extension Float? {
    /// For parameters of the engine that may be absent.
    var code: cmlx_optional_float {
        map { cmlx_optional_float(value: $0, present: true) }
            ?? cmlx_optional_float(value: 0, present: false)
    }
}

extension DType? {
    /// For parameters of the engine that may be absent.
    var code: cmlx_dtype { self?.code ?? CMLX_NO_DTYPE }
}
