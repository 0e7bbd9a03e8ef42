import MLX
import MLXNN

/// `HostBroadcast`, host_broadcast.py:7.
public final class CaseHostBroadcast: Module {
    @ParameterInfo var newline: MLXArray

    public init(_ config: CaseConfiguration) {
        _newline.wrappedValue = MLXArray.ones([4])
    }

    /// `HostBroadcast.__call__`, host_broadcast.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var newline = self.newline[.newAxis, 0...]
        newline = broadcast(newline, to: x.shape)
        return concatenated([x, newline])
    }
}
