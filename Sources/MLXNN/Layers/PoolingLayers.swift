import MLX

/// The maximum of each window of `[B, L, C]` (`nn.MaxPool1d`).
open class MaxPool1d: MaxPool {
    /// A layer with windows of `kernelSize`, one behind the other unless a `stride` is given.
    public init(kernelSize: Int, stride: Int? = nil, padding: Int = 0) {
        super.init(
            kernelSize: [kernelSize],
            stride: stride.map { [$0] },
            padding: [padding])
    }
}

/// The maximum of each window of `[B, H, W, C]` (`nn.MaxPool2d`).
open class MaxPool2d: MaxPool {
    /// A layer with windows of `kernelSize`, one behind the other unless a `stride` is given.
    public init(kernelSize: IntOrPair, stride: IntOrPair? = nil, padding: IntOrPair = 0) {
        super.init(
            kernelSize: [kernelSize.first, kernelSize.second],
            stride: stride.map { [$0.first, $0.second] },
            padding: [padding.first, padding.second])
    }
}

/// The maximum of each window of `[B, D, H, W, C]` (`nn.MaxPool3d`).
open class MaxPool3d: MaxPool {
    /// A layer with windows of `kernelSize`, one behind the other unless a `stride` is given.
    public init(kernelSize: IntOrTriple, stride: IntOrTriple? = nil, padding: IntOrTriple = 0) {
        super.init(
            kernelSize: [kernelSize.first, kernelSize.second, kernelSize.third],
            stride: stride.map { [$0.first, $0.second, $0.third] },
            padding: [padding.first, padding.second, padding.third])
    }
}

/// The mean of each window of `[B, L, C]` (`nn.AvgPool1d`).
open class AvgPool1d: AvgPool {
    /// A layer with windows of `kernelSize`, one behind the other unless a `stride` is given.
    public init(kernelSize: Int, stride: Int? = nil, padding: Int = 0) {
        super.init(
            kernelSize: [kernelSize],
            stride: stride.map { [$0] },
            padding: [padding])
    }
}

/// The mean of each window of `[B, H, W, C]` (`nn.AvgPool2d`).
open class AvgPool2d: AvgPool {
    /// A layer with windows of `kernelSize`, one behind the other unless a `stride` is given.
    public init(kernelSize: IntOrPair, stride: IntOrPair? = nil, padding: IntOrPair = 0) {
        super.init(
            kernelSize: [kernelSize.first, kernelSize.second],
            stride: stride.map { [$0.first, $0.second] },
            padding: [padding.first, padding.second])
    }
}

/// The mean of each window of `[B, D, H, W, C]` (`nn.AvgPool3d`).
open class AvgPool3d: AvgPool {
    /// A layer with windows of `kernelSize`, one behind the other unless a `stride` is given.
    public init(kernelSize: IntOrTriple, stride: IntOrTriple? = nil, padding: IntOrTriple = 0) {
        super.init(
            kernelSize: [kernelSize.first, kernelSize.second, kernelSize.third],
            stride: stride.map { [$0.first, $0.second, $0.third] },
            padding: [padding.first, padding.second, padding.third])
    }
}
