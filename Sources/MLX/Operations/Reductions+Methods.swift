internal import CMLX

// Reductions as methods. `keepDims` leaves the reduced axes with length 1.

extension MLXArray {
    /// Whether all elements are not 0: `bool` along several axes.
    ///
    /// Source: `mlx.core.all`.
    public func all(
        axes: some Collection<Int>, keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        reduced(CMLX_REDUCE_all, self, axes, keepDims, stream)
    }

    /// Whether all elements are not 0: `bool` along an axis.
    ///
    /// Source: `mlx.core.all`.
    public func all(axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        reduced(CMLX_REDUCE_all, self, CollectionOfOne(axis), keepDims, stream)
    }

    /// Whether all elements are not 0: `bool` of the whole array.
    ///
    /// Source: `mlx.core.all`.
    public func all(keepDims: Bool = false, stream: StreamOrDevice = .default) -> MLXArray {
        reduced(CMLX_REDUCE_all, self, keepDims, stream)
    }

    /// Whether an element is not 0: `bool` along several axes.
    ///
    /// Source: `mlx.core.any`.
    public func any(
        axes: some Collection<Int>, keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        reduced(CMLX_REDUCE_any, self, axes, keepDims, stream)
    }

    /// Whether an element is not 0: `bool` along an axis.
    ///
    /// Source: `mlx.core.any`.
    public func any(axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        reduced(CMLX_REDUCE_any, self, CollectionOfOne(axis), keepDims, stream)
    }

    /// Whether an element is not 0: `bool` of the whole array.
    ///
    /// Source: `mlx.core.any`.
    public func any(keepDims: Bool = false, stream: StreamOrDevice = .default) -> MLXArray {
        reduced(CMLX_REDUCE_any, self, keepDims, stream)
    }

    /// The logarithm of the sum of the exponentials along several axes.
    ///
    /// Source: `mlx.core.logsumexp`.
    public func logSumExp(
        axes: some Collection<Int>, keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        reduced(CMLX_REDUCE_logsumexp, self, axes, keepDims, stream)
    }

    /// The logarithm of the sum of the exponentials along an axis.
    ///
    /// Source: `mlx.core.logsumexp`.
    public func logSumExp(axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        reduced(CMLX_REDUCE_logsumexp, self, CollectionOfOne(axis), keepDims, stream)
    }

    /// The logarithm of the sum of the exponentials of the whole array.
    ///
    /// Source: `mlx.core.logsumexp`.
    public func logSumExp(keepDims: Bool = false, stream: StreamOrDevice = .default) -> MLXArray {
        reduced(CMLX_REDUCE_logsumexp, self, keepDims, stream)
    }

    /// The largest element along several axes.
    ///
    /// Source: `mlx.core.max`.
    public func max(
        axes: some Collection<Int>, keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        reduced(CMLX_REDUCE_max, self, axes, keepDims, stream)
    }

    /// The largest element along an axis.
    ///
    /// Source: `mlx.core.max`.
    public func max(axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        reduced(CMLX_REDUCE_max, self, CollectionOfOne(axis), keepDims, stream)
    }

    /// The largest element of the whole array.
    ///
    /// Source: `mlx.core.max`.
    public func max(keepDims: Bool = false, stream: StreamOrDevice = .default) -> MLXArray {
        reduced(CMLX_REDUCE_max, self, keepDims, stream)
    }

    /// The mean of the elements along several axes.
    ///
    /// Source: `mlx.core.mean`.
    public func mean(
        axes: some Collection<Int>, keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        reduced(CMLX_REDUCE_mean, self, axes, keepDims, stream)
    }

    /// The mean of the elements along an axis.
    ///
    /// Source: `mlx.core.mean`.
    public func mean(axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        reduced(CMLX_REDUCE_mean, self, CollectionOfOne(axis), keepDims, stream)
    }

    /// The mean of the elements of the whole array.
    ///
    /// Source: `mlx.core.mean`.
    public func mean(keepDims: Bool = false, stream: StreamOrDevice = .default) -> MLXArray {
        reduced(CMLX_REDUCE_mean, self, keepDims, stream)
    }

    /// The smallest element along several axes.
    ///
    /// Source: `mlx.core.min`.
    public func min(
        axes: some Collection<Int>, keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        reduced(CMLX_REDUCE_min, self, axes, keepDims, stream)
    }

    /// The smallest element along an axis.
    ///
    /// Source: `mlx.core.min`.
    public func min(axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        reduced(CMLX_REDUCE_min, self, CollectionOfOne(axis), keepDims, stream)
    }

    /// The smallest element of the whole array.
    ///
    /// Source: `mlx.core.min`.
    public func min(keepDims: Bool = false, stream: StreamOrDevice = .default) -> MLXArray {
        reduced(CMLX_REDUCE_min, self, keepDims, stream)
    }

    /// The product of the elements along several axes.
    ///
    /// Source: `mlx.core.prod`.
    public func product(
        axes: some Collection<Int>, keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        reduced(CMLX_REDUCE_prod, self, axes, keepDims, stream)
    }

    /// The product of the elements along an axis.
    ///
    /// Source: `mlx.core.prod`.
    public func product(axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        reduced(CMLX_REDUCE_prod, self, CollectionOfOne(axis), keepDims, stream)
    }

    /// The product of the elements of the whole array.
    ///
    /// Source: `mlx.core.prod`.
    public func product(keepDims: Bool = false, stream: StreamOrDevice = .default) -> MLXArray {
        reduced(CMLX_REDUCE_prod, self, keepDims, stream)
    }

    /// The sum of the elements along several axes.
    ///
    /// Source: `mlx.core.sum`.
    public func sum(
        axes: some Collection<Int>, keepDims: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        reduced(CMLX_REDUCE_sum, self, axes, keepDims, stream)
    }

    /// The sum of the elements along an axis.
    ///
    /// Source: `mlx.core.sum`.
    public func sum(axis: Int, keepDims: Bool = false, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        reduced(CMLX_REDUCE_sum, self, CollectionOfOne(axis), keepDims, stream)
    }

    /// The sum of the elements of the whole array.
    ///
    /// Source: `mlx.core.sum`.
    public func sum(keepDims: Bool = false, stream: StreamOrDevice = .default) -> MLXArray {
        reduced(CMLX_REDUCE_sum, self, keepDims, stream)
    }
}
