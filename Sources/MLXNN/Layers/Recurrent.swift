import MLX

/// An Elman recurrent layer (`nn.RNN`).
open class RNN: Module {
    /// Size of the hidden state.
    public let hiddenSize: Int
    /// Applied to each hidden state.
    public let nonLinearity: (MLXArray, StreamOrDevice) -> MLXArray
    /// `[hiddenSize, inputSize]`.
    @ParameterInfo(key: "Wxh") public var wxh: MLXArray
    /// `[hiddenSize, hiddenSize]`.
    @ParameterInfo(key: "Whh") public var whh: MLXArray
    /// `[hiddenSize]`, if there is a bias.
    public let bias: MLXArray?

    /// A layer with uniform initial values.
    public init(
        inputSize: Int, hiddenSize: Int, bias: Bool = true,
        nonLinearity: @escaping (MLXArray, StreamOrDevice) -> MLXArray = {
            MLX.tanh($0, stream: $1)
        }
    ) {
        self.hiddenSize = hiddenSize
        self.nonLinearity = nonLinearity
        _wxh.wrappedValue = uniformValues([hiddenSize, inputSize], fanIn: hiddenSize)
        _whh.wrappedValue = uniformValues([hiddenSize, hiddenSize], fanIn: hiddenSize)
        self.bias = bias ? uniformValues([hiddenSize], fanIn: hiddenSize) : nil
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        "(inputSize=\(wxh.leadingSizes.1), hiddenSize=\(hiddenSize), bias=\(bias != nil))"
    }

    /// The hidden states `[…, L, hiddenSize]` for `x` `[…, L, inputSize]`.
    ///
    /// - Parameter hidden: the state before the first one, `[…, hiddenSize]`
    open func callAsFunction(_ x: MLXArray, hidden: MLXArray? = nil) -> MLXArray {
        observe {
            let x = projected(x, weight: wxh, bias: bias)
            var hidden = hidden
            let states = x.steps.map { step in
                let sum = hidden.map { addMM(step, $0, whh.T) } ?? step
                let state = nonLinearity(sum, .default)
                hidden = state
                return state
            }
            return stacked(states, axis: -2)
        }
    }
}

/// A gated recurrent layer (`nn.GRU`).
open class GRU: Module {
    /// Size of the hidden state.
    public let hiddenSize: Int
    /// `[3 * hiddenSize, inputSize]`.
    @ParameterInfo(key: "Wx") public var wx: MLXArray
    /// `[3 * hiddenSize, hiddenSize]`.
    @ParameterInfo(key: "Wh") public var wh: MLXArray
    /// `[3 * hiddenSize]`, if there is a bias.
    public let b: MLXArray?
    /// `[hiddenSize]`, if there is a bias.
    public let bhn: MLXArray?

    /// A layer with uniform initial values.
    public init(inputSize: Int, hiddenSize: Int, bias: Bool = true) {
        self.hiddenSize = hiddenSize
        _wx.wrappedValue = uniformValues([3 * hiddenSize, inputSize], fanIn: hiddenSize)
        _wh.wrappedValue = uniformValues([3 * hiddenSize, hiddenSize], fanIn: hiddenSize)
        b = bias ? uniformValues([3 * hiddenSize], fanIn: hiddenSize) : nil
        bhn = bias ? uniformValues([hiddenSize], fanIn: hiddenSize) : nil
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        "(inputSize=\(wx.leadingSizes.1), hiddenSize=\(hiddenSize), bias=\(b != nil))"
    }

    /// The hidden states `[…, L, hiddenSize]` for `x` `[…, L, inputSize]`.
    ///
    /// - Parameter hidden: the state before the first one, `[…, hiddenSize]`
    open func callAsFunction(_ x: MLXArray, hidden: MLXArray? = nil) -> MLXArray {
        observe {
            let x = projected(x, weight: wx, bias: b)
            let gates = x[.ellipsis, ..<(-hiddenSize)].steps
            let candidates = x[.ellipsis, (-hiddenSize)...].steps
            var hidden = hidden
            let states = zip(gates, candidates).map { gates, candidate in
                let state = state(gates: gates, candidate: candidate, hidden: hidden)
                hidden = state
                return state
            }
            return stacked(states, axis: -2)
        }
    }

    private func state(gates: MLXArray, candidate: MLXArray, hidden: MLXArray?) -> MLXArray {
        var gates = gates
        var recurrent = bhn
        if let hidden {
            let projection = matmul(hidden, wh.T)
            var part = projection[.ellipsis, (-hiddenSize)...]
            if let bhn {
                part = part + bhn
            }
            recurrent = part
            gates = gates + projection[.ellipsis, ..<(-hiddenSize)]
        }
        let parts = split(MLX.sigmoid(gates), parts: 2, axis: -1)
        guard parts.count == 2 else { return gates }
        let (reset, update) = (parts[0], parts[1])
        let new = MLX.tanh(recurrent.map { candidate + reset * $0 } ?? candidate)
        guard let hidden else { return (1 - update) * new }
        return (1 - update) * new + update * hidden
    }
}

/// A recurrent layer with long short-term memory (`nn.LSTM`).
open class LSTM: Module {
    /// Size of the hidden and cell states.
    public let hiddenSize: Int
    /// `[4 * hiddenSize, inputSize]`.
    @ParameterInfo(key: "Wx") public var wx: MLXArray
    /// `[4 * hiddenSize, hiddenSize]`.
    @ParameterInfo(key: "Wh") public var wh: MLXArray
    /// `[4 * hiddenSize]`, if there is a bias.
    public let bias: MLXArray?

    /// A layer with uniform initial values.
    public init(inputSize: Int, hiddenSize: Int, bias: Bool = true) {
        self.hiddenSize = hiddenSize
        _wx.wrappedValue = uniformValues([4 * hiddenSize, inputSize], fanIn: hiddenSize)
        _wh.wrappedValue = uniformValues([4 * hiddenSize, hiddenSize], fanIn: hiddenSize)
        self.bias = bias ? uniformValues([4 * hiddenSize], fanIn: hiddenSize) : nil
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        "(inputSize=\(wx.leadingSizes.1), hiddenSize=\(hiddenSize), bias=\(bias != nil))"
    }

    /// The hidden and cell states, each `[…, L, hiddenSize]`, for `x` `[…, L, inputSize]`.
    ///
    /// - Parameters:
    ///   - hidden: the hidden state before the first one, `[…, hiddenSize]`
    ///   - cell: the cell state before the first one, `[…, hiddenSize]`
    open func callAsFunction(
        _ x: MLXArray, hidden: MLXArray? = nil, cell: MLXArray? = nil
    ) -> (MLXArray, MLXArray) {
        observe {
            let x = projected(x, weight: wx, bias: bias)
            var (hidden, cell) = (hidden, cell)
            var (allHidden, allCell) = ([MLXArray](), [MLXArray]())
            for step in x.steps {
                let sum = hidden.map { addMM(step, $0, wh.T) } ?? step
                let parts = split(sum, parts: 4, axis: -1)
                guard parts.count == 4 else { return (sum, sum) }
                let (input, forget) = (MLX.sigmoid(parts[0]), MLX.sigmoid(parts[1]))
                let (new, output) = (MLX.tanh(parts[2]), MLX.sigmoid(parts[3]))
                let nextCell = cell.map { forget * $0 + input * new } ?? input * new
                let nextHidden = output * MLX.tanh(nextCell)
                (cell, hidden) = (nextCell, nextHidden)
                allCell.append(nextCell)
                allHidden.append(nextHidden)
            }
            return (stacked(allHidden, axis: -2), stacked(allCell, axis: -2))
        }
    }
}

private func projected(_ x: MLXArray, weight: MLXArray, bias: MLXArray?) -> MLXArray {
    bias.map { addMM($0, x, weight.T) } ?? matmul(x, weight.T)
}

extension MLXArray {
    /// The entries of the axis before the last one.
    fileprivate var steps: [MLXArray] {
        let shape = shape
        guard shape.count >= 2 else {
            record(
                failure: "A recurrent layer expects at least 2 dimensions but got \(shape.count)")
            return []
        }
        return (0..<shape[shape.count - 2]).map { self[.ellipsis, $0, 0...] }
    }
}
