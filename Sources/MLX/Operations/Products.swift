internal import CMLX

// Products of matrices and tensors, diagonals.

/// The matrix product of the last two axes; the others broadcast.
///
/// Source: `mlx.core.matmul`.
public func matmul(_ a: MLXArray, _ b: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    binary(CMLX_BINARY_matmul, a, b, stream)
}

/// `alpha * (a @ b) + beta * c`.
///
/// Source: `mlx.core.addmm`.
public func addMM(
    _ c: some ScalarOrArray, _ a: some ScalarOrArray, _ b: some ScalarOrArray,
    alpha: Float = 1.0, beta: Float = 1.0, stream: StreamOrDevice = .default
) -> MLXArray {
    let (a, b) = toArrays(a, b)
    return ternary(operand(c, beside: a.dtype), a, b) {
        cmlx_addmm($0, $1, $2, alpha, beta, stream.code)
    }
}

/// `alpha * (a @ b) + beta * c`.
///
/// Source: `mlx.core.addmm`.
public func addmm<A: ScalarOrArray, B: ScalarOrArray, C: ScalarOrArray>(
    _ c: C, _ a: A, _ b: B, alpha: Float = 1.0, beta: Float = 1.0,
    stream: StreamOrDevice = .default
) -> MLXArray {
    addMM(c, a, b, alpha: alpha, beta: beta, stream: stream)
}

/// The sum of products that Einstein's notation describes.
///
/// Source: `mlx.core.einsum`.
public func einsum(
    _ subscripts: String, _ operands: MLXArray..., stream: StreamOrDevice = .default
) -> MLXArray {
    einsum(subscripts, operands: operands, stream: stream)
}

/// The sum of products that Einstein's notation describes.
///
/// Source: `mlx.core.einsum`.
public func einsum(
    _ subscripts: String, operands: some Collection<MLXArray>, stream: StreamOrDevice = .default
) -> MLXArray {
    withHandles(operands) { MLXArray(cmlx_einsum(subscripts, $0, stream.code)) }
}

/// The sums of products along the last axes of both.
///
/// Source: `mlx.core.inner`.
public func inner(_ a: MLXArray, _ b: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    binary(CMLX_BINARY_inner, a, b, stream)
}

/// All products of an element of `a` and one of `b`.
///
/// Source: `mlx.core.outer`.
public func outer(_ a: MLXArray, _ b: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    binary(CMLX_BINARY_outer, a, b, stream)
}

/// The Kronecker product.
///
/// Source: `mlx.core.kron`.
public func kron(_ a: MLXArray, _ b: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    binary(CMLX_BINARY_kron, a, b, stream)
}

/// The sum of products over the last `axes` axes of `a` and the first of `b`.
///
/// Source: `mlx.core.tensordot`.
public func tensordot(
    _ a: MLXArray, _ b: MLXArray, axes: Int = 1, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(a, b) { cmlx_tensordot_last($0, $1, Int32(clamping: axes), stream.code) }
}

/// The sum of products over two axes of each.
///
/// Source: `mlx.core.tensordot`.
public func tensordot(
    _ a: MLXArray, _ b: MLXArray, axes: ((Int, Int), (Int, Int)),
    stream: StreamOrDevice = .default
) -> MLXArray {
    tensordot(
        a, b, axes: ([axes.0.0, axes.0.1], [axes.1.0, axes.1.1]), stream: stream)
}

/// The sum of products over axes of each.
///
/// Source: `mlx.core.tensordot`.
public func tensordot(
    _ a: MLXArray, _ b: MLXArray, axes: (some Collection<Int>, some Collection<Int>),
    stream: StreamOrDevice = .default
) -> MLXArray {
    withInts(axes.0) { left in
        withInts(axes.1) { right in
            binary(a, b) { cmlx_tensordot($0, $1, left, right, stream.code) }
        }
    }
}

/// The matrix product where masks leave blocks out.
///
/// Source: `mlx.core.block_masked_mm`.
public func blockMaskedMM(
    _ a: MLXArray, _ b: MLXArray, blockSize: Int = 64, maskOut: MLXArray? = nil,
    maskLHS: MLXArray? = nil, maskRHS: MLXArray? = nil, stream: StreamOrDevice = .default
) -> MLXArray {
    withHandle(maskOut) { out in
        withHandle(maskLHS) { left in
            withHandle(maskRHS) { right in
                binary(a, b) {
                    cmlx_block_masked_mm(
                        $0, $1, Int32(clamping: blockSize), out, left, right, stream.code)
                }
            }
        }
    }
}

/// Products of matrices that indices choose from the leading axes of `a` and `b`.
///
/// Source: `mlx.core.gather_mm`.
public func gatherMM(
    _ a: MLXArray, _ b: MLXArray, lhsIndices: MLXArray? = nil, rhsIndices: MLXArray? = nil,
    sortedIndices: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    withHandle(lhsIndices) { left in
        withHandle(rhsIndices) { right in
            binary(a, b) { cmlx_gather_mm($0, $1, left, right, sortedIndices, stream.code) }
        }
    }
}

/// Products of matrices that indices choose from the leading axes of `a` and `b`.
///
/// Source: `mlx.core.gather_mm`.
public func gatherMatmul(
    _ a: MLXArray, _ b: MLXArray, lhsIndices: MLXArray? = nil, rhsIndices: MLXArray? = nil,
    sortedIndices: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    gatherMM(
        a, b, lhsIndices: lhsIndices, rhsIndices: rhsIndices, sortedIndices: sortedIndices,
        stream: stream)
}

/// Products over segments of the inner axis.
///
/// Source: `mlx.core.segmented_mm`.
public func segmentedMM(
    _ a: MLXArray, _ b: MLXArray, segments: MLXArray, stream: StreamOrDevice = .default
) -> MLXArray {
    ternary(a, b, segments) { cmlx_segmented_mm($0, $1, $2, stream.code) }
}

/// The Walsh-Hadamard transform along the last axis, times `scale` (1 over the root of its length).
///
/// Source: `mlx.core.hadamard_transform`.
public func hadamardTransform(
    _ array: MLXArray, scale: Float? = nil, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) { cmlx_hadamard_transform($0, scale.code, stream.code) }
}

// MARK: - Diagonals

/// The `k`-th diagonal of a matrix, or a matrix with it.
///
/// Source: `mlx.core.diag`.
public func diag(_ array: MLXArray, k: Int = 0, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_diag($0, Int32(clamping: k), stream.code) }
}

/// A diagonal of two axes.
///
/// Source: `mlx.core.diagonal`.
public func diagonal(
    _ array: MLXArray, offset: Int = 0, axis1: Int = 0, axis2: Int = 1,
    stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) {
        cmlx_diagonal(
            $0, Int32(clamping: offset), Int32(clamping: axis1), Int32(clamping: axis2),
            stream.code)
    }
}

/// The sum of a diagonal of two axes.
///
/// Source: `mlx.core.trace`.
public func trace(
    _ array: MLXArray, offset: Int = 0, axis1: Int = 0, axis2: Int = 1, dtype: DType? = nil,
    stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) {
        cmlx_trace(
            $0, Int32(clamping: offset), Int32(clamping: axis1), Int32(clamping: axis2),
            dtype.code, stream.code)
    }
}

extension MLXArray {
    /// The matrix product of the last two axes; the others broadcast.
    ///
    /// Source: `mlx.core.matmul`.
    public func matmul(_ other: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
        binary(CMLX_BINARY_matmul, self, other, stream)
    }

    /// The `k`-th diagonal of a matrix, or a matrix with it.
    ///
    /// Source: `mlx.core.diag`.
    public func diag(k: Int = 0, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.diag(self, k: k, stream: stream)
    }

    /// A diagonal of two axes.
    ///
    /// Source: `mlx.core.diagonal`.
    public func diagonal(
        offset: Int = 0, axis1: Int = 0, axis2: Int = 1, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.diagonal(self, offset: offset, axis1: axis1, axis2: axis2, stream: stream)
    }
}
