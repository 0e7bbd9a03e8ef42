internal import CMLX

// Running reductions. `reverse` starts at the end; without `inclusive` an element leaves itself out.

/// The running sum along an axis.
///
/// Source: `mlx.core.cumsum`.
public func cumsum(
    _ array: MLXArray, axis: Int, reverse: Bool = false, inclusive: Bool = true,
    stream: StreamOrDevice = .default
) -> MLXArray {
    scanned(CMLX_SCAN_cumsum, array, axis, reverse, inclusive, stream)
}

/// The running sum over the flattened array.
///
/// Source: `mlx.core.cumsum`.
public func cumsum(
    _ array: MLXArray, reverse: Bool = false, inclusive: Bool = true,
    stream: StreamOrDevice = .default
) -> MLXArray {
    scanned(CMLX_SCAN_cumsum, array, nil, reverse, inclusive, stream)
}

/// The running product along an axis.
///
/// Source: `mlx.core.cumprod`.
public func cumprod(
    _ array: MLXArray, axis: Int, reverse: Bool = false, inclusive: Bool = true,
    stream: StreamOrDevice = .default
) -> MLXArray {
    scanned(CMLX_SCAN_cumprod, array, axis, reverse, inclusive, stream)
}

/// The running product over the flattened array.
///
/// Source: `mlx.core.cumprod`.
public func cumprod(
    _ array: MLXArray, reverse: Bool = false, inclusive: Bool = true,
    stream: StreamOrDevice = .default
) -> MLXArray {
    scanned(CMLX_SCAN_cumprod, array, nil, reverse, inclusive, stream)
}

/// The running maximum along an axis.
///
/// Source: `mlx.core.cummax`.
public func cummax(
    _ array: MLXArray, axis: Int, reverse: Bool = false, inclusive: Bool = true,
    stream: StreamOrDevice = .default
) -> MLXArray {
    scanned(CMLX_SCAN_cummax, array, axis, reverse, inclusive, stream)
}

/// The running maximum over the flattened array.
///
/// Source: `mlx.core.cummax`.
public func cummax(
    _ array: MLXArray, reverse: Bool = false, inclusive: Bool = true,
    stream: StreamOrDevice = .default
) -> MLXArray {
    scanned(CMLX_SCAN_cummax, array, nil, reverse, inclusive, stream)
}

/// The running minimum along an axis.
///
/// Source: `mlx.core.cummin`.
public func cummin(
    _ array: MLXArray, axis: Int, reverse: Bool = false, inclusive: Bool = true,
    stream: StreamOrDevice = .default
) -> MLXArray {
    scanned(CMLX_SCAN_cummin, array, axis, reverse, inclusive, stream)
}

/// The running minimum over the flattened array.
///
/// Source: `mlx.core.cummin`.
public func cummin(
    _ array: MLXArray, reverse: Bool = false, inclusive: Bool = true,
    stream: StreamOrDevice = .default
) -> MLXArray {
    scanned(CMLX_SCAN_cummin, array, nil, reverse, inclusive, stream)
}

/// The running logarithm of the sum of the exponentials along an axis.
///
/// Source: `mlx.core.logcumsumexp`.
public func logCumsumExp(
    _ array: MLXArray, axis: Int, reverse: Bool = false, inclusive: Bool = true,
    stream: StreamOrDevice = .default
) -> MLXArray {
    scanned(CMLX_SCAN_logcumsumexp, array, axis, reverse, inclusive, stream)
}

/// The running logarithm of the sum of the exponentials over the flattened array.
///
/// Source: `mlx.core.logcumsumexp`.
public func logCumsumExp(
    _ array: MLXArray, reverse: Bool = false, inclusive: Bool = true,
    stream: StreamOrDevice = .default
) -> MLXArray {
    scanned(CMLX_SCAN_logcumsumexp, array, nil, reverse, inclusive, stream)
}

/// A running reduction of the table.
private func scanned(
    _ operation: cmlx_scan_operation, _ array: MLXArray, _ axis: Int?, _ reverse: Bool,
    _ inclusive: Bool, _ stream: StreamOrDevice
) -> MLXArray {
    unary(array) { cmlx_scan(operation, $0, axis.code, reverse, inclusive, stream.code) }
}

extension MLXArray {
    /// The running sum along an axis.
    ///
    /// Source: `mlx.core.cumsum`.
    public func cumsum(
        axis: Int, reverse: Bool = false, inclusive: Bool = true, stream: StreamOrDevice = .default
    ) -> MLXArray {
        scanned(CMLX_SCAN_cumsum, self, axis, reverse, inclusive, stream)
    }

    /// The running sum over the flattened array.
    ///
    /// Source: `mlx.core.cumsum`.
    public func cumsum(
        reverse: Bool = false, inclusive: Bool = true, stream: StreamOrDevice = .default
    ) -> MLXArray {
        scanned(CMLX_SCAN_cumsum, self, nil, reverse, inclusive, stream)
    }

    /// The running product along an axis.
    ///
    /// Source: `mlx.core.cumprod`.
    public func cumprod(
        axis: Int, reverse: Bool = false, inclusive: Bool = true, stream: StreamOrDevice = .default
    ) -> MLXArray {
        scanned(CMLX_SCAN_cumprod, self, axis, reverse, inclusive, stream)
    }

    /// The running product over the flattened array.
    ///
    /// Source: `mlx.core.cumprod`.
    public func cumprod(
        reverse: Bool = false, inclusive: Bool = true, stream: StreamOrDevice = .default
    ) -> MLXArray {
        scanned(CMLX_SCAN_cumprod, self, nil, reverse, inclusive, stream)
    }

    /// The running maximum along an axis.
    ///
    /// Source: `mlx.core.cummax`.
    public func cummax(
        axis: Int, reverse: Bool = false, inclusive: Bool = true, stream: StreamOrDevice = .default
    ) -> MLXArray {
        scanned(CMLX_SCAN_cummax, self, axis, reverse, inclusive, stream)
    }

    /// The running maximum over the flattened array.
    ///
    /// Source: `mlx.core.cummax`.
    public func cummax(
        reverse: Bool = false, inclusive: Bool = true, stream: StreamOrDevice = .default
    ) -> MLXArray {
        scanned(CMLX_SCAN_cummax, self, nil, reverse, inclusive, stream)
    }

    /// The running minimum along an axis.
    ///
    /// Source: `mlx.core.cummin`.
    public func cummin(
        axis: Int, reverse: Bool = false, inclusive: Bool = true, stream: StreamOrDevice = .default
    ) -> MLXArray {
        scanned(CMLX_SCAN_cummin, self, axis, reverse, inclusive, stream)
    }

    /// The running minimum over the flattened array.
    ///
    /// Source: `mlx.core.cummin`.
    public func cummin(
        reverse: Bool = false, inclusive: Bool = true, stream: StreamOrDevice = .default
    ) -> MLXArray {
        scanned(CMLX_SCAN_cummin, self, nil, reverse, inclusive, stream)
    }

    /// The running logarithm of the sum of the exponentials along an axis.
    ///
    /// Source: `mlx.core.logcumsumexp`.
    public func logCumsumExp(
        axis: Int, reverse: Bool = false, inclusive: Bool = true, stream: StreamOrDevice = .default
    ) -> MLXArray {
        scanned(CMLX_SCAN_logcumsumexp, self, axis, reverse, inclusive, stream)
    }

    /// The running logarithm of the sum of the exponentials over the flattened array.
    ///
    /// Source: `mlx.core.logcumsumexp`.
    public func logCumsumExp(
        reverse: Bool = false, inclusive: Bool = true, stream: StreamOrDevice = .default
    ) -> MLXArray {
        scanned(CMLX_SCAN_logcumsumexp, self, nil, reverse, inclusive, stream)
    }
}
