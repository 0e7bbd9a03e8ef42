internal import CMLX

// Reading and assigning parts of an array with Python's meaning. One to four parts make no list.

extension MLXArray {
    /// The part of the array that the indices select.
    ///
    /// Assigning changes which value this array refers to. On an error it stays as it was.
    ///
    /// Source: `mlx.core.array.__getitem__`, `__setitem__`.
    public subscript(indices: any MLXArrayIndex..., stream stream: StreamOrDevice = .default)
        -> MLXArray
    {
        get { self[indices, stream: stream] }
        set { self[indices, stream: stream] = newValue }
    }

    /// The part of the array that the indices select.
    public subscript(indices: [any MLXArrayIndex], stream stream: StreamOrDevice = .default)
        -> MLXArray
    {
        get { withOperations(indices) { item($0, stream) } }
        set { withOperations(indices) { setItem($0, newValue, stream) } }
    }

    /// The part of the array that an index selects.
    public subscript(
        _ a: some MLXArrayIndex, stream stream: StreamOrDevice = .default
    ) -> MLXArray {
        get { withParts(a.mlxArrayIndexOperation) { item($0, stream) } }
        set { withParts(a.mlxArrayIndexOperation) { setItem($0, newValue, stream) } }
    }

    /// The part of the array that 2 indices select.
    public subscript(
        _ a: some MLXArrayIndex, _ b: some MLXArrayIndex, stream stream: StreamOrDevice = .default
    ) -> MLXArray {
        get { withParts(a.mlxArrayIndexOperation, b.mlxArrayIndexOperation) { item($0, stream) } }
        set {
            withParts(a.mlxArrayIndexOperation, b.mlxArrayIndexOperation) {
                setItem($0, newValue, stream)
            }
        }
    }

    /// The part of the array that 3 indices select.
    public subscript(
        _ a: some MLXArrayIndex, _ b: some MLXArrayIndex, _ c: some MLXArrayIndex,
        stream stream: StreamOrDevice = .default
    ) -> MLXArray {
        get {
            withParts(a.mlxArrayIndexOperation, b.mlxArrayIndexOperation, c.mlxArrayIndexOperation)
            { item($0, stream) }
        }
        set {
            withParts(a.mlxArrayIndexOperation, b.mlxArrayIndexOperation, c.mlxArrayIndexOperation)
            { setItem($0, newValue, stream) }
        }
    }

    /// The part of the array that 4 indices select.
    public subscript(
        _ a: some MLXArrayIndex, _ b: some MLXArrayIndex, _ c: some MLXArrayIndex,
        _ d: some MLXArrayIndex, stream stream: StreamOrDevice = .default
    ) -> MLXArray {
        get {
            withParts(
                a.mlxArrayIndexOperation, b.mlxArrayIndexOperation, c.mlxArrayIndexOperation,
                d.mlxArrayIndexOperation
            ) { item($0, stream) }
        }
        set {
            withParts(
                a.mlxArrayIndexOperation, b.mlxArrayIndexOperation, c.mlxArrayIndexOperation,
                d.mlxArrayIndexOperation
            ) { setItem($0, newValue, stream) }
        }
    }

    // MARK: - Calls

    private func item(_ indices: UnsafeBufferPointer<cmlx_index>, _ stream: StreamOrDevice)
        -> MLXArray
    {
        unary(self) {
            cmlx_get_item($0, indices.baseAddress!, indices.count, stream.code)
        }
    }

    private func setItem(
        _ indices: UnsafeBufferPointer<cmlx_index>, _ value: MLXArray, _ stream: StreamOrDevice
    ) {
        let result = updated(indices, value, CMLX_UPDATE_ASSIGN, stream)
        if !result.isStandIn {
            _updateInternal(result)
        }
    }

    func updated(
        _ indices: UnsafeBufferPointer<cmlx_index>, _ value: MLXArray, _ update: cmlx_update,
        _ stream: StreamOrDevice
    ) -> MLXArray {
        binary(self, value) {
            cmlx_updated($0, indices.baseAddress!, indices.count, $1, update, stream.code)
        }
    }
}

/// Calls `body` with the parts of a subscript.
func withOperations<R>(
    _ indices: [any MLXArrayIndex], _ body: (UnsafeBufferPointer<cmlx_index>) -> R
) -> R {
    let operations = indices.map(\.mlxArrayIndexOperation)
    return withExtendedLifetime(operations) {
        // One more than needed: an empty subscript has a base address too.
        withUnsafeTemporaryAllocation(of: cmlx_index.self, capacity: operations.count + 1) {
            for (i, operation) in operations.enumerated() {
                $0.initializeElement(at: i, to: operation.code)
            }
            return body(UnsafeBufferPointer(rebasing: $0[..<operations.count]))
        }
    }
}

@inline(__always)
private func withParts<R>(
    _ a: MLXArrayIndexOperation, _ body: (UnsafeBufferPointer<cmlx_index>) -> R
) -> R {
    withExtendedLifetime(a) {
        withUnsafeBytes(of: (a.code)) { body($0.assumingMemoryBound(to: cmlx_index.self)) }
    }
}

@inline(__always)
private func withParts<R>(
    _ a: MLXArrayIndexOperation, _ b: MLXArrayIndexOperation,
    _ body: (UnsafeBufferPointer<cmlx_index>) -> R
) -> R {
    withExtendedLifetime((a, b)) {
        withUnsafeBytes(of: (a.code, b.code)) { body($0.assumingMemoryBound(to: cmlx_index.self)) }
    }
}

@inline(__always)
private func withParts<R>(
    _ a: MLXArrayIndexOperation, _ b: MLXArrayIndexOperation, _ c: MLXArrayIndexOperation,
    _ body: (UnsafeBufferPointer<cmlx_index>) -> R
) -> R {
    withExtendedLifetime((a, b, c)) {
        withUnsafeBytes(of: (a.code, b.code, c.code)) {
            body($0.assumingMemoryBound(to: cmlx_index.self))
        }
    }
}

@inline(__always)
private func withParts<R>(
    _ a: MLXArrayIndexOperation, _ b: MLXArrayIndexOperation, _ c: MLXArrayIndexOperation,
    _ d: MLXArrayIndexOperation, _ body: (UnsafeBufferPointer<cmlx_index>) -> R
) -> R {
    withExtendedLifetime((a, b, c, d)) {
        withUnsafeBytes(of: (a.code, b.code, c.code, d.code)) {
            body($0.assumingMemoryBound(to: cmlx_index.self))
        }
    }
}
