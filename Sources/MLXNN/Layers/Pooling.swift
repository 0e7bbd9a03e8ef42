import MLX

/// The base of the pooling layers: one value for each window of positions.
open class Pool: Module, UnaryLayer {
    /// Size of a window along each axis of positions.
    public let kernelSize: [Int]
    /// Distance of the windows.
    public let stride: [Int]
    /// How far the input is continued at each end.
    public let padding: [Int]
    /// What it is continued with.
    public let paddingValue: Float
    /// The axes of a window's positions.
    public let axes: [Int]
    /// Makes one value of each window.
    public let poolingOp: (MLXArray, [Int]) -> MLXArray

    init(
        kernelSize: [Int], stride: [Int]?, padding: [Int], paddingValue: Float,
        poolingOp: @escaping (MLXArray, [Int]) -> MLXArray
    ) {
        self.kernelSize = kernelSize
        self.stride = stride ?? kernelSize
        self.padding = padding
        self.paddingValue = paddingValue
        self.axes = Array((-kernelSize.count - 1)..<(-1))
        self.poolingOp = poolingOp
        super.init()
        if (self.kernelSize + self.stride).contains(where: { $0 <= 0 }) {
            record(
                failure: """
                    \(type(of: self)): kernel size \(kernelSize) and stride \(self.stride) \
                    must be positive
                    """)
        }
        if padding.contains(where: { $0 < 0 }) {
            record(failure: "\(type(of: self)): padding \(padding) must not be negative")
        }
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        "(kernelSize=\(kernelSize), stride=\(stride), padding=\(padding))"
    }

    /// `[B, …, C]` with as many axes of positions as the window has.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            guard x.ndim == kernelSize.count + 2,
                (kernelSize + stride).allSatisfy({ $0 > 0 }), padding.allSatisfy({ $0 >= 0 })
            else {
                return failure(
                    """
                    \(type(of: self)) with kernel size \(kernelSize), stride \(stride) and \
                    padding \(padding) cannot be applied to shape \(x.shape)
                    """)
            }
            var x = x
            if padding.contains(where: { $0 > 0 }) {
                let widths: [IntOrPair] = [0] + padding.map { IntOrPair($0) } + [0]
                x = padded(x, widths: widths, value: paddingValue.asMLXArray(dtype: x.dtype))
            }
            return poolingOp(windows(x), axes)
        }
    }

    /// `[B, …windows, …positions, C]`.
    private func windows(_ x: MLXArray) -> MLXArray {
        let shape = x.shape
        let sizes = Array(shape[1..<(shape.count - 1)])
        let channels = shape[shape.count - 1]
        if kernelSize == stride, zip(sizes, kernelSize).allSatisfy({ $0 % $1 == 0 }) {
            return disjointWindows(x, sizes: sizes, batch: shape[0], channels: channels)
        }

        let counts = zip(zip(sizes, kernelSize), stride).map { ($0.0 - $0.1) / $1 + 1 }
        // Distances of neighbours along each axis in a contiguous array.
        var distances = [Int](repeating: 1, count: shape.count)
        for axis in (0..<(shape.count - 1)).reversed() {
            distances[axis] = distances[axis + 1] * shape[axis + 1]
        }
        let inner = distances[1..<(shape.count - 1)]
        return asStrided(
            x, [shape[0]] + counts + kernelSize + [channels],
            strides: [distances[0]] + zip(inner, stride).map { $0 * $1 } + inner + [1])
    }

    /// Windows that cover the input without overlap, which need no strided view.
    private func disjointWindows(
        _ x: MLXArray, sizes: [Int], batch: Int, channels: Int
    ) -> MLXArray {
        let split = zip(sizes, kernelSize).flatMap { [$0 / $1, $1] }
        let last = split.count + 1
        let axes =
            [0] + Array(Swift.stride(from: 1, to: last, by: 2))
            + Array(Swift.stride(from: 2, to: last, by: 2)) + [last]
        return x.reshaped([batch] + split + [channels]).transposed(axes: axes)
    }
}

/// The base of the layers that take the maximum of each window.
open class MaxPool: Pool {
    init(kernelSize: [Int], stride: [Int]?, padding: [Int]) {
        super.init(
            kernelSize: kernelSize, stride: stride, padding: padding, paddingValue: -.infinity,
            poolingOp: { $0.max(axes: $1) })
    }
}

/// The base of the layers that take the mean of each window.
open class AvgPool: Pool {
    init(kernelSize: [Int], stride: [Int]?, padding: [Int]) {
        super.init(
            kernelSize: kernelSize, stride: stride, padding: padding, paddingValue: 0,
            poolingOp: { $0.mean(axes: $1) })
    }
}
