import MLX
import MLXNN
import ModelPorted

/// `ScaleBlock`, match_statement.py:9.
public struct CaseScaleBlock: Sendable {
    public var factor: Double
    public var times: Int

    public init(factor: Double = 2.0, times: Int = 1) {
        self.factor = factor
        self.times = times
    }
}

/// What code that takes `CaseLinearBlock`, `CaseScaleBlock` and `CaseShiftBlock` reads.
public protocol CaseScaleBlockProtocol {}

extension CaseLinearBlock: CaseScaleBlockProtocol {}

extension CaseScaleBlock: CaseScaleBlockProtocol {}

extension CaseShiftBlock: CaseScaleBlockProtocol {}

/// `ShiftBlock`, match_statement.py:15.
public struct CaseShiftBlock: Sendable {
    public var offset: Double
    public var isLast: Bool

    public init(offset: Double, isLast: Bool = false) {
        self.offset = offset
        self.isLast = isLast
    }
}

/// `LinearBlock`, match_statement.py:21.
public struct CaseLinearBlock: Sendable {
    public var dims: Int
    public var name: String

    public init(dims: Int = 4, name: String = "plain") {
        self.dims = dims
        self.name = name
    }
}

/// `MatchStatement`, match_statement.py:37.
public final class CaseMatchStatement: Module {
    let factor: Double
    @ModuleInfo var layers: [Linear]
    let activation: String
    let window: Int?

    public init(_ config: CaseConfiguration) {
        (factor, _layers.wrappedValue) = Self.build()
        activation = config.activation
        window = config.window
    }

    /// `MatchStatement.build`, match_statement.py:44.
    public static func build() -> (Double, [Linear]) {
        var layers: [Linear] = []
        var factor = 1.0
        for group in caseBlockTable() {
            for block in group {
                if let block = block as? CaseScaleBlock {
                    let amount = block.factor
                    let count = block.times
                    for _ in 0..<max(0, count) {
                        factor = factor * amount
                    }
                } else if let block = block as? CaseShiftBlock, block.isLast == true {
                    let offset = block.offset
                    factor = factor + offset
                } else if let block = block as? CaseLinearBlock, block.name == "biased" {
                    let dims = block.dims
                    layers.append(Linear(dims, dims))
                } else if let block = block as? CaseLinearBlock, layers.count < 1 {
                    let dims = block.dims
                    let linear = block
                    layers.append(Linear(dims, dims, bias: false))
                    factor = factor + Double(linear.name.unicodeScalars.count)
                } else {
                    continue
                }
            }
        }
        return (factor, layers)
    }

    /// `MatchStatement.__call__`, match_statement.py:64.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for layer in layers {
            x = layer(x)
        }
        if activation == "silu" || activation == "swish" {
            x = silu(x)
        } else {
            x = if activation == "relu" { relu(x) } else { -x }
        }
        if let window {
            if window == 3 { x = x + 3 }
        }
        return x * factor
    }
}

/// `shift`, match_statement.py:26.
public func caseShift(_ offset: Double, isLast: Bool = false) -> CaseShiftBlock {
    CaseShiftBlock(offset: offset, isLast: isLast)
}

/// `block_table`, match_statement.py:30.
public func caseBlockTable() -> [[any CaseScaleBlockProtocol]] {
    [
        [CaseScaleBlock(factor: 3.0)] + Array(repeating: CaseScaleBlock(times: 2), count: 2),
        joinedLists(
            [caseShift(0.5)], repeatedList([CaseLinearBlock(), caseShift(0.25)], count: 2),
            [CaseLinearBlock(name: "biased"), caseShift(1, isLast: true)]),
    ]
}
