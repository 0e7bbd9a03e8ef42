import MLX

/// Builds the graph of a chain of additions, without evaluating it: nanoseconds an operation.
struct Chain: Benchmark {
    enum Operand {
        /// `y + array`, both of one shape.
        case array
        /// `y + 1`.
        case scalar
    }

    static let operations = 10_000

    let operand: Operand
    let start = MLXArray.zeros([16])
    let ones = MLXArray.ones([16])

    init(_ operand: Operand) {
        self.operand = operand
        eval(start, ones)
    }

    func round() -> Measurement {
        var y = start
        let time = measure {
            switch operand {
            case .array: for _ in 0..<Self.operations { y = y + ones }
            case .scalar: for _ in 0..<Self.operations { y = y + 1 }
            }
        }
        return Measurement(
            value: time * 1e9 / Double(Self.operations), check: Double(y[0].item(Float.self)))
    }
}
