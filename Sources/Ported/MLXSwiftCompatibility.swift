#if MLX_SWIFT
    import MLX

    // Operations of Python's `mlx.core` that mlx-swift does not have, in terms of those that it has. They
    // have the names of `Sources/MLX/Compatibility` and the same meaning.

    extension MLXFast {
        /// `x` over the root of the mean of its squares along the last axis, times `weight` if there is
        /// one.
        ///
        /// Source: `mlx.core.fast.rms_norm` with an optional weight.
        public static func rmsNorm(
            _ x: MLXArray, weight: MLXArray?, eps: Float, stream: StreamOrDevice = .default
        ) -> MLXArray {
            let weight = weight ?? MLXArray.ones([x.dim(-1)], dtype: x.dtype, stream: stream)
            return rmsNorm(x, weight: weight, eps: eps, stream: stream)
        }
    }

    extension DType.FInfo {
        /// The limits of a floating-point type; another ends the process.
        ///
        /// Source: `mlx.core.finfo`.
        public init(dtype: DType) {
            guard let finfo = dtype.finfo else { fatalError("\(dtype) is no floating-point type") }
            self = finfo
        }
    }

    /// Each element rounded towards 0.
    ///
    /// Source: `mlx.core.trunc`.
    public func trunc(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
        which(
            array .< 0, ceil(array, stream: stream), floor(array, stream: stream), stream: stream)
    }

    /// Where exactly one of the values is not 0: `bool`.
    ///
    /// Source: `mlx.core.logical_xor`.
    public func logicalXOr(
        _ a: MLXArray, _ b: MLXArray, stream: StreamOrDevice = .default
    ) -> MLXArray {
        notEqual(
            a.asType(.bool, stream: stream), b.asType(.bool, stream: stream), stream: stream)
    }

    /// An array of the shape of another, filled with values, of its dtype or another.
    ///
    /// Source: `mlx.core.full_like`.
    public func full(
        like array: MLXArray, values: MLXArray, dtype: DType? = nil,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        full(
            array.shape, values: values.asType(dtype ?? array.dtype, stream: stream),
            stream: stream)
    }

    /// How many elements along axes are not 0: `int32`.
    ///
    /// Source: `mlx.core.count_nonzero`.
    public func countNonzero(
        _ array: MLXArray, axes: [Int], keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        sum(
            notEqual(array, 0, stream: stream).asType(.int32), axes: axes, keepDims: keepDims,
            stream: stream)
    }

    /// How many elements are not 0: `int32`.
    ///
    /// Source: `mlx.core.count_nonzero`.
    public func countNonzero(
        _ array: MLXArray, keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        countNonzero(array, axes: Array(0..<array.ndim), keepDims: keepDims, stream: stream)
    }

    /// The smallest and the largest element along an axis.
    ///
    /// Source: `mlx.core.minmax`.
    public func minMax(
        _ array: MLXArray, axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> (min: MLXArray, max: MLXArray) {
        (
            array.min(axis: axis, keepDims: keepDims, stream: stream),
            array.max(axis: axis, keepDims: keepDims, stream: stream)
        )
    }

    /// The differences of neighbours along an axis, `n` times.
    ///
    /// Source: `mlx.core.diff`.
    public func diff(
        _ array: MLXArray, n: Int = 1, axis: Int = -1, stream: StreamOrDevice = .default
    ) -> MLXArray {
        var result = array
        for _ in 0..<n {
            result = subtract(
                result[1..., axis: axis], result[..<(-1), axis: axis], stream: stream)
        }
        return result
    }

    /// The sums of products along an axis, of real arrays.
    ///
    /// Source: `mlx.core.vecdot`.
    public func vecdot(
        _ a: MLXArray, _ b: MLXArray, axis: Int = -1, stream: StreamOrDevice = .default
    ) -> MLXArray {
        sum(multiply(a, b, stream: stream), axis: axis, stream: stream)
    }

    /// The elements in reverse order along axes.
    ///
    /// Source: `mlx.core.flip`.
    public func flipped(
        _ array: MLXArray, axes: [Int], stream: StreamOrDevice = .default
    ) -> MLXArray {
        axes.reduce(array) { array, axis in
            let backwards = MLXArray(Array((0..<array.dim(axis)).reversed()))
            return take(array, backwards, axis: axis, stream: stream)
        }
    }

    /// The elements in reverse order along an axis.
    ///
    /// Source: `mlx.core.flip`.
    public func flipped(
        _ array: MLXArray, axis: Int, stream: StreamOrDevice = .default
    ) -> MLXArray {
        flipped(array, axes: [axis], stream: stream)
    }

    /// The elements in reverse order along all axes.
    ///
    /// Source: `mlx.core.flip`.
    public func flipped(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
        flipped(array, axes: Array(0..<array.ndim), stream: stream)
    }

    /// The last two axes swapped.
    ///
    /// Source: `mlx.core.matrix_transpose`.
    public func matrixTransposed(
        _ array: MLXArray, stream: StreamOrDevice = .default
    ) -> MLXArray {
        array.swappedAxes(-1, -2, stream: stream)
    }

    /// The parts along an axis, which goes.
    ///
    /// Source: `mlx.core.unstack`.
    public func unstacked(
        _ array: MLXArray, axis: Int = 0, stream: StreamOrDevice = .default
    ) -> [MLXArray] {
        split(array, parts: array.dim(axis), axis: axis, stream: stream)
            .map { $0.squeezed(axis: axis, stream: stream) }
    }

    /// A part of `size`, one length for each axis of the array, that starts on `axes` where `start` says.
    ///
    /// Source: `mlx.core.slice`.
    public func slice(
        _ array: MLXArray, start: MLXArray, axes: [Int], size: [Int],
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        var result = array
        for axis in 0..<array.ndim {
            let offsets = MLXArray(0..<size[axis])
            guard let place = axes.firstIndex(where: { ($0 + array.ndim) % array.ndim == axis })
            else {
                result = take(result, offsets, axis: axis, stream: stream)
                continue
            }
            result = take(result, offsets + start[place], axis: axis, stream: stream)
        }
        return result
    }
#endif
