internal import CMLX

/// Linear algebra.
///
/// Source: `mlx.core.linalg`.
public enum MLXLinalg {
    /// A norm of matrices. The raw value is the engine's name.
    public enum NormKind: String, Sendable {
        /// The root of the sum of the squares.
        case fro
        /// The sum of the singular values.
        case nuc
    }

    /// A norm along axes; without `ord` the 2-norm.
    ///
    /// Source: `mlx.core.linalg.norm`.
    public static func norm(
        _ array: MLXArray, ord: NormKind? = nil, axes: some Collection<Int>,
        keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(axes) { axes in normed(array, ord, true, axes, keepDims, stream) }
    }

    /// The `ord`-norm along axes.
    ///
    /// Source: `mlx.core.linalg.norm`.
    public static func norm(
        _ array: MLXArray, ord: Double, axes: some Collection<Int>, keepDims: Bool = false,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(axes) { axes in
            unary(array) { cmlx_norm_order($0, ord, true, axes, keepDims, stream.code) }
        }
    }

    /// A norm along an axis; without `ord` the 2-norm.
    ///
    /// Source: `mlx.core.linalg.norm`.
    public static func norm(
        _ array: MLXArray, ord: NormKind? = nil, axis: Int, keepDims: Bool = false,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        norm(array, ord: ord, axes: CollectionOfOne(axis), keepDims: keepDims, stream: stream)
    }

    /// The `ord`-norm along an axis.
    ///
    /// Source: `mlx.core.linalg.norm`.
    public static func norm(
        _ array: MLXArray, ord: Double, axis: Int, keepDims: Bool = false,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        norm(array, ord: ord, axes: CollectionOfOne(axis), keepDims: keepDims, stream: stream)
    }

    /// A norm along axes, or of the whole array; without `ord` the 2-norm.
    ///
    /// Source: `mlx.core.linalg.norm`.
    public static func norm(
        _ array: MLXArray, ord: NormKind? = nil, axis: IntOrArray? = nil, keepDims: Bool = false,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(axis?.asArray ?? []) { axes in
            normed(array, ord, axis != nil, axes, keepDims, stream)
        }
    }

    /// The `ord`-norm along axes, or of the whole array.
    ///
    /// Source: `mlx.core.linalg.norm`.
    public static func norm(
        _ array: MLXArray, ord: Double, axis: IntOrArray? = nil, keepDims: Bool = false,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(axis?.asArray ?? []) { axes in
            unary(array) { cmlx_norm_order($0, ord, axis != nil, axes, keepDims, stream.code) }
        }
    }

    /// An orthogonal and an upper triangular factor.
    ///
    /// Source: `mlx.core.linalg.qr`.
    public static func qr(_ array: MLXArray, stream: StreamOrDevice = .default) -> (
        MLXArray, MLXArray
    ) {
        pair(array) { cmlx_qr(&$0, $1, stream.code) }
    }

    /// The singular value decomposition: left vectors, values, right vectors.
    ///
    /// Source: `mlx.core.linalg.svd`.
    public static func svd(_ array: MLXArray, stream: StreamOrDevice = .default) -> (
        MLXArray, MLXArray, MLXArray
    ) {
        triple(array) { cmlx_svd(&$0, $1, true, stream.code) }
    }

    /// The singular values.
    ///
    /// Source: `mlx.core.linalg.svd` with `compute_uv=False`.
    public static func svd(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
        withExtendedLifetime(array) {
            list(count: 1) { cmlx_svd(&$0, array.handle, false, stream.code) }[0]
        }
    }

    /// The inverse of matrices.
    ///
    /// Source: `mlx.core.linalg.inv`.
    public static func inv(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
        unary(array) { cmlx_inv($0, stream.code) }
    }

    /// The inverse of triangular matrices.
    ///
    /// Source: `mlx.core.linalg.tri_inv`.
    public static func triInv(
        _ array: MLXArray, upper: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        unary(array) { cmlx_tri_inv($0, upper, stream.code) }
    }

    /// The triangular factor of positive definite matrices.
    ///
    /// Source: `mlx.core.linalg.cholesky`.
    public static func cholesky(
        _ array: MLXArray, upper: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        unary(array) { cmlx_cholesky($0, upper, stream.code) }
    }

    /// The inverse of the matrices whose Cholesky factors these are.
    ///
    /// Source: `mlx.core.linalg.cholesky_inv`.
    public static func choleskyInv(
        _ array: MLXArray, upper: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        unary(array) { cmlx_cholesky_inv($0, upper, stream.code) }
    }

    /// The cross product along an axis of length 2 or 3.
    ///
    /// Source: `mlx.core.linalg.cross`.
    public static func cross(
        _ a: MLXArray, _ b: MLXArray, axis: Int = -1, stream: StreamOrDevice = .default
    ) -> MLXArray {
        binary(a, b) { cmlx_cross($0, $1, Int32(clamping: axis), stream.code) }
    }

    /// A permutation, a lower and an upper triangular factor.
    ///
    /// Source: `mlx.core.linalg.lu`.
    public static func lu(_ a: MLXArray, stream: StreamOrDevice = .default) -> (
        MLXArray, MLXArray, MLXArray
    ) {
        triple(a) { cmlx_lu(&$0, $1, stream.code) }
    }

    /// Both triangular factors in one matrix, and the pivots.
    ///
    /// Source: `mlx.core.linalg.lu_factor`.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static func lu_factor(_ a: MLXArray, stream: StreamOrDevice = .default) -> (
        MLXArray, MLXArray
    ) {
        pair(a) { cmlx_lu_factor(&$0, $1, stream.code) }
    }

    /// The `x` of `a @ x = b`.
    ///
    /// Source: `mlx.core.linalg.solve`.
    public static func solve(_ a: MLXArray, _ b: MLXArray, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        binary(a, b) { cmlx_solve($0, $1, stream.code) }
    }

    /// The `x` of `a @ x = b` for triangular `a`.
    ///
    /// Source: `mlx.core.linalg.solve_triangular`.
    public static func solveTriangular(
        _ a: MLXArray, _ b: MLXArray, upper: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        binary(a, b) { cmlx_solve_triangular($0, $1, upper, stream.code) }
    }

    /// Eigenvalues and eigenvectors.
    ///
    /// Source: `mlx.core.linalg.eig`.
    public static func eig(_ array: MLXArray, stream: StreamOrDevice = .default) -> (
        MLXArray, MLXArray
    ) {
        pair(array) { cmlx_eig(&$0, $1, stream.code) }
    }

    /// Eigenvalues.
    ///
    /// Source: `mlx.core.linalg.eigvals`.
    public static func eigvals(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
        unary(array) { cmlx_eigvals($0, stream.code) }
    }

    /// Eigenvalues and eigenvectors of Hermitian matrices, from their lower (`L`) or upper (`U`)
    /// triangle.
    ///
    /// Source: `mlx.core.linalg.eigh`.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static func eigh(
        _ array: MLXArray, UPLO: String = "L", stream: StreamOrDevice = .default
    ) -> (MLXArray, MLXArray) {
        pair(array) { cmlx_eigh(&$0, $1, UPLO, stream.code) }
    }

    /// Eigenvalues of Hermitian matrices, from their lower (`L`) or upper (`U`) triangle.
    ///
    /// Source: `mlx.core.linalg.eigvalsh`.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static func eigvalsh(
        _ array: MLXArray, UPLO: String = "L", stream: StreamOrDevice = .default
    ) -> MLXArray {
        unary(array) { cmlx_eigvalsh($0, UPLO, stream.code) }
    }

    /// The Moore-Penrose inverse of matrices.
    ///
    /// Source: `mlx.core.linalg.pinv`.
    public static func pinv(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
        unary(array) { cmlx_pinv($0, stream.code) }
    }

    // MARK: - Calls

    private static func normed(
        _ array: MLXArray, _ ord: NormKind?, _ hasAxes: Bool, _ axes: cmlx_ints,
        _ keepDims: Bool, _ stream: StreamOrDevice
    ) -> MLXArray {
        unary(array) { cmlx_norm($0, ord?.rawValue, hasAxes, axes, keepDims, stream.code) }
    }

    private static func pair(
        _ array: MLXArray, _ body: (inout cmlx_list, cmlx_array) -> OpaquePointer?
    ) -> (MLXArray, MLXArray) {
        let results = withExtendedLifetime(array) { list(count: 2) { body(&$0, array.handle) } }
        return (results[0], results[1])
    }

    private static func triple(
        _ array: MLXArray, _ body: (inout cmlx_list, cmlx_array) -> OpaquePointer?
    ) -> (MLXArray, MLXArray, MLXArray) {
        let results = withExtendedLifetime(array) { list(count: 3) { body(&$0, array.handle) } }
        return (results[0], results[1], results[2])
    }
}
