internal import CMLX

// Shapes as methods.

extension MLXArray {
    /// The elements in another shape; one length may be -1.
    ///
    /// Source: `mlx.core.reshape`.
    public func reshaped(_ newShape: some Collection<Int>, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        withInts(newShape) { shape in unary(self) { cmlx_reshape($0, shape, stream.code) } }
    }

    /// The elements in another shape; one length may be -1.
    ///
    /// Source: `mlx.core.reshape`.
    public func reshaped(_ newShape: Int..., stream: StreamOrDevice = .default) -> MLXArray {
        reshaped(newShape, stream: stream)
    }

    /// The elements in another shape of 1 dimension; one length may be -1. No list is made.
    ///
    /// Source: `mlx.core.reshape`.
    public func reshaped(_ a: Int, stream: StreamOrDevice = .default) -> MLXArray {
        withInts(tuple: (Int32(clamping: a))) { shape in
            unary(self) { cmlx_reshape($0, shape, stream.code) }
        }
    }

    /// The elements in another shape of 2 dimensions; one length may be -1. No list is made.
    ///
    /// Source: `mlx.core.reshape`.
    public func reshaped(_ a: Int, _ b: Int, stream: StreamOrDevice = .default) -> MLXArray {
        withInts(tuple: (Int32(clamping: a), Int32(clamping: b))) { shape in
            unary(self) { cmlx_reshape($0, shape, stream.code) }
        }
    }

    /// The elements in another shape of 3 dimensions; one length may be -1. No list is made.
    ///
    /// Source: `mlx.core.reshape`.
    public func reshaped(_ a: Int, _ b: Int, _ c: Int, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        withInts(tuple: (Int32(clamping: a), Int32(clamping: b), Int32(clamping: c))) { shape in
            unary(self) { cmlx_reshape($0, shape, stream.code) }
        }
    }

    /// The elements in another shape of 4 dimensions; one length may be -1. No list is made.
    ///
    /// Source: `mlx.core.reshape`.
    public func reshaped(_ a: Int, _ b: Int, _ c: Int, _ d: Int, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        withInts(
            tuple: (Int32(clamping: a), Int32(clamping: b), Int32(clamping: c), Int32(clamping: d))
        ) { shape in
            unary(self) { cmlx_reshape($0, shape, stream.code) }
        }
    }

    /// The elements in another shape of 5 dimensions; one length may be -1. No list is made.
    ///
    /// Source: `mlx.core.reshape`.
    public func reshaped(
        _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(
            tuple: (
                Int32(clamping: a), Int32(clamping: b), Int32(clamping: c), Int32(clamping: d),
                Int32(clamping: e)
            )
        ) { shape in
            unary(self) { cmlx_reshape($0, shape, stream.code) }
        }
    }

    /// The axes in another order.
    ///
    /// Source: `mlx.core.transpose`.
    public func transposed(axes: some Collection<Int>, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        withInts(axes) { axes in unary(self) { cmlx_transpose_axes($0, axes, stream.code) } }
    }

    /// The axes in another order.
    ///
    /// Source: `mlx.core.transpose`.
    public func transposed(_ axes: Int..., stream: StreamOrDevice = .default) -> MLXArray {
        transposed(axes: axes, stream: stream)
    }

    /// The 2 axes in another order. No list is made.
    ///
    /// Source: `mlx.core.transpose`.
    public func transposed(_ a: Int, _ b: Int, stream: StreamOrDevice = .default) -> MLXArray {
        withInts(tuple: (Int32(clamping: a), Int32(clamping: b))) { axes in
            unary(self) { cmlx_transpose_axes($0, axes, stream.code) }
        }
    }

    /// The 3 axes in another order. No list is made.
    ///
    /// Source: `mlx.core.transpose`.
    public func transposed(_ a: Int, _ b: Int, _ c: Int, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        withInts(tuple: (Int32(clamping: a), Int32(clamping: b), Int32(clamping: c))) { axes in
            unary(self) { cmlx_transpose_axes($0, axes, stream.code) }
        }
    }

    /// The 4 axes in another order. No list is made.
    ///
    /// Source: `mlx.core.transpose`.
    public func transposed(
        _ a: Int, _ b: Int, _ c: Int, _ d: Int, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(
            tuple: (Int32(clamping: a), Int32(clamping: b), Int32(clamping: c), Int32(clamping: d))
        ) { axes in
            unary(self) { cmlx_transpose_axes($0, axes, stream.code) }
        }
    }

    /// The 5 axes in another order. No list is made.
    ///
    /// Source: `mlx.core.transpose`.
    public func transposed(
        _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(
            tuple: (
                Int32(clamping: a), Int32(clamping: b), Int32(clamping: c), Int32(clamping: d),
                Int32(clamping: e)
            )
        ) { axes in
            unary(self) { cmlx_transpose_axes($0, axes, stream.code) }
        }
    }

    /// The axis of a 1-d array in its order.
    ///
    /// Source: `mlx.core.transpose`.
    public func transposed(axis: Int, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.transposed(self, axes: CollectionOfOne(axis), stream: stream)
    }

    /// The axes in reverse order.
    ///
    /// Source: `mlx.core.transpose`.
    public func transposed(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_transpose, self, stream)
    }

    /// The axes in reverse order.
    ///
    /// Source: `mlx.core.array.T`.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public var T: MLXArray { unary(CMLX_UNARY_transpose, self, .default) }

    /// Two axes swapped.
    ///
    /// Source: `mlx.core.swapaxes`.
    public func swappedAxes(_ axis1: Int, _ axis2: Int, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        unary(self) {
            cmlx_swapaxes($0, Int32(clamping: axis1), Int32(clamping: axis2), stream.code)
        }
    }

    /// One axis moved to another place.
    ///
    /// Source: `mlx.core.moveaxis`.
    public func movedAxis(source: Int, destination: Int, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        unary(self) {
            cmlx_moveaxis($0, Int32(clamping: source), Int32(clamping: destination), stream.code)
        }
    }

    /// New axes of length 1 at these places of the result.
    ///
    /// Source: `mlx.core.expand_dims`.
    public func expandedDimensions(axes: some Collection<Int>, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        withInts(axes) { axes in unary(self) { cmlx_expand_dims($0, axes, stream.code) } }
    }

    /// A new axis of length 1 at this place of the result.
    ///
    /// Source: `mlx.core.expand_dims`.
    public func expandedDimensions(axis: Int, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.expandedDimensions(self, axes: CollectionOfOne(axis), stream: stream)
    }

    /// Without these axes of length 1.
    ///
    /// Source: `mlx.core.squeeze`.
    public func squeezed(axes: some Collection<Int>, stream: StreamOrDevice = .default) -> MLXArray
    {
        withInts(axes) { axes in unary(self) { cmlx_squeeze_axes($0, axes, stream.code) } }
    }

    /// Without this axis of length 1.
    ///
    /// Source: `mlx.core.squeeze`.
    public func squeezed(axis: Int, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.squeezed(self, axes: CollectionOfOne(axis), stream: stream)
    }

    /// Without the axes of length 1.
    ///
    /// Source: `mlx.core.squeeze`.
    public func squeezed(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_squeeze, self, stream)
    }

    /// The axes from `start` to `end` as one.
    ///
    /// Source: `mlx.core.flatten`.
    public func flattened(start: Int = 0, end: Int = -1, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        unary(self) {
            cmlx_flatten_range($0, Int32(clamping: start), Int32(clamping: end), stream.code)
        }
    }

    /// The array with its elements in a row in memory; in columns too if `allowColMajor`.
    ///
    /// Source: `mlx.core.contiguous`.
    public func contiguous(allowColMajor: Bool = false, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        MLX.contiguous(self, allowColMajor: allowColMajor, stream: stream)
    }

    /// The bytes of the elements seen as another dtype.
    ///
    /// Source: `mlx.core.view`.
    public func view(dtype: DType, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.view(self, dtype: dtype, stream: stream)
    }
}
