import MLX
import Testing

@Suite("Operations")
struct OperationTests {
    let a = MLXArray(0..<6, [2, 3])
    let f = MLXArray([1, 2, 3, 4, 5, 6] as [Float], [2, 3])

    @Test("Shapes")
    func shapes() {
        #expect(a.reshaped(3, -1).shape == [3, 2])
        #expect(a.reshaped([6]).shape == [6])
        #expect(reshaped(a, 1, 2, 3, 1).shape == [1, 2, 3, 1])
        #expect(a.T.asArray(Int.self) == [0, 3, 1, 4, 2, 5])
        #expect(a.reshaped(1, 2, 3).transposed(2, 0, 1).shape == [3, 1, 2])
        #expect(a.reshaped(1, 2, 3).transposed(axes: [1, 0, 2]).shape == [2, 1, 3])
        #expect(a.swappedAxes(0, -1).shape == [3, 2])
        #expect(a.movedAxis(source: 0, destination: 1).shape == [3, 2])
        #expect(a.expandedDimensions(axis: -1).shape == [2, 3, 1])
        #expect(a.expandedDimensions(axes: [0, 1]).shape == [1, 1, 2, 3])
        #expect(a.expandedDimensions(axis: 0).squeezed().shape == [2, 3])
        #expect(a.flattened().shape == [6])
        #expect(unflatten(a, axis: 1, shape: [3, 1]).shape == [2, 3, 1])
        #expect(
            broadcast(MLXArray([1, 2, 3]), to: [2, 3]).asArray(Int.self) == [1, 2, 3, 1, 2, 3])
        #expect(a.shape2 == (2, 3))
        #expect(asStrided(a, [2, 2], strides: [1, 1]).asArray(Int.self) == [0, 1, 1, 2])
        #expect(a.view(dtype: .uint8).shape == [2, 12])
    }

    @Test("Joining and splitting")
    func joining() {
        #expect(concatenated([a, a], axis: 1).shape == [2, 6])
        #expect(stacked([a, a]).shape == [2, 2, 3])
        #expect(
            split(a, parts: 3, axis: 1).map { $0.asArray(Int.self) } == [[0, 3], [1, 4], [2, 5]])
        #expect(a.split(indices: [1], axis: 1).map(\.shape) == [[2, 1], [2, 2]])
        let (top, bottom) = split(a)
        #expect(top.shape == [1, 3] && bottom.asArray(Int.self) == [3, 4, 5])
        #expect(tiled(a, repetitions: [2, 1]).shape == [4, 3])
        #expect(repeated(MLXArray([1, 2]), count: 2, axis: 0).asArray(Int.self) == [1, 1, 2, 2])
        #expect(padded(MLXArray([1, 2]), width: 1).asArray(Int.self) == [0, 1, 2, 0])
        #expect(
            padded(a, widths: [0, IntOrPair((1, 0))], value: MLXArray(9)).asArray(Int.self)
                == [9, 0, 1, 2, 9, 3, 4, 5])
        #expect(roll(MLXArray([1, 2, 3]), shift: 1).asArray(Int.self) == [3, 1, 2])
    }

    @Test("Reductions along axes, an axis, and all")
    func reductions() {
        #expect(f.sum().item(Float.self) == 21)
        #expect(f.sum(axis: 0).asArray(Float.self) == [5, 7, 9])
        #expect(f.sum(axes: [0, 1], keepDims: true).shape == [1, 1])
        #expect(f.mean(axis: -1).asArray(Float.self) == [2, 5])
        #expect(f.max(axis: 1).asArray(Float.self) == [3, 6])
        #expect(f.min().item(Float.self) == 1)
        #expect(f.product().item(Float.self) == 720)
        #expect(abs(f.variance().item(Float.self) - 17.5 / 6) < 1e-6)
        #expect(f.variance(ddof: 1).item(Float.self) == 3.5)
        #expect(std(f, axis: 1, ddof: 1).asArray(Float.self) == [1, 1])
        #expect(a.any().item(Bool.self) && !a.all().item(Bool.self))
        #expect(f.argMax(axis: 1).asArray(Int.self) == [2, 2])
        #expect(f.argMin().item(Int.self) == 0)
        #expect(cumsum(f, axis: 1).asArray(Float.self) == [1, 3, 6, 4, 9, 15])
        #expect(f.cumsum(reverse: true, inclusive: false).asArray(Float.self)[0] == 20)
        #expect(logSumExp(MLXArray([0, 0] as [Float])).item(Float.self) == Float(0.6931472))
        #expect(median(f).item(Float.self) == 3.5)
        #expect(softmax(f, axis: -1).sum(axis: -1).asArray(Float.self) == [1, 1])
        #expect(softmax(f.asType(.float16), axis: -1, precise: true).dtype == .float16)
    }

    @Test("Sorting and selection")
    func sorting() {
        let x = MLXArray([3, 1, 2])
        #expect(sorted(x).asArray(Int.self) == [1, 2, 3])
        #expect(argSort(x, axis: 0).asArray(Int.self) == [1, 2, 0])
        #expect(partitioned(x, kth: 1, axis: -1)[1].item(Int.self) == 2)
        #expect(argPartition(-x, kth: 0, axis: -1)[0].item(Int.self) == 0)
        #expect(top(x, k: 2).asArray(Int.self).sorted() == [2, 3])
    }

    @Test("Comparison and logic")
    func logic() {
        #expect((a .> 2).asArray(Bool.self) == [false, false, false, true, true, true])
        #expect(((a .>= 1) .&& (a .<= 2)).asArray(Int.self) == [0, 1, 1, 0, 0, 0])
        #expect(((a .< 1) .|| (a .!= 1)).asArray(Int.self) == [1, 0, 1, 1, 1, 1])
        #expect((.!(a .== 0)).asArray(Int.self) == [0, 1, 1, 1, 1, 1])
        #expect(a.arrayEqual(a + 0).item(Bool.self))
        #expect(f.allClose(f + 1e-7).item(Bool.self))
        #expect(isNaN(MLXArray([.nan, 1] as [Float])).asArray(Bool.self) == [true, false])
        let infinite = MLXArray([.infinity, .nan] as [Float])
        #expect(nanToNum(infinite, posInf: 7).asArray(Float.self) == [7, 0])
        #expect(
            nanToNum(infinite, posInf: nil).asArray(Float.self)
                == [.greatestFiniteMagnitude, 0])
    }

    @Test("Element-wise functions")
    func elementwise() {
        let x = MLXArray([1, 4] as [Float])
        #expect(sqrt(x).asArray(Float.self) == [1, 2])
        #expect(x.square().asArray(Float.self) == [1, 16])
        #expect(x.rsqrt().asArray(Float.self) == [1, 0.5])
        #expect((-x).abs().asArray(Float.self) == [1, 4])
        #expect(round(MLXArray([1.25, 2.5] as [Float])).asArray(Float.self) == [1, 2])
        #expect(sigmoid(MLXArray([0] as [Float])).item(Float.self) == 0.5)
        #expect((x ** 2).asArray(Float.self) == [1, 16])
        let (quotient, rest) = divmod(MLXArray([7, 8]), 3)
        #expect(quotient.asArray(Int.self) == [2, 2] && rest.asArray(Int.self) == [1, 2])
        #expect((MLXArray([1, 2]) << 2).asArray(Int.self) == [4, 8])
        #expect((~MLXArray([0])).item(Int.self) == -1)
    }

    @Test("Products")
    func products() {
        #expect(matmul(f, f.T).asArray(Float.self) == [14, 32, 32, 77])
        #expect(addMM(MLXArray(1.0), f, f.T, alpha: 2).asArray(Float.self) == [29, 65, 65, 155])
        #expect(einsum("ij,kj->ik", f, f).asArray(Float.self) == [14, 32, 32, 77])
        #expect(outer(MLXArray([1, 2]), MLXArray([3, 4])).asArray(Int.self) == [3, 4, 6, 8])
        #expect(inner(MLXArray([1.0, 2] as [Float]), f[0, ..<2]).item(Float.self) == 5)
        #expect(tril(f).sum().item(Float.self) == 1 + 4 + 5)
        #expect(diag(MLXArray([1, 2])).asArray(Int.self) == [1, 0, 0, 2])
        #expect(MLXLinalg.norm(f[0]).item(Float.self) == Float(14).squareRoot())
        let batch = stacked([f, f * 2])
        let chosen = gatherMM(
            f.reshaped(1, 2, 3), batch.swappedAxes(1, 2), rhsIndices: MLXArray([1] as [UInt32]))
        #expect(chosen.asArray(Float.self) == [28, 64, 64, 154])
    }

    @Test("Convolutions")
    func convolutions() {
        let x = MLXArray([1, 2, 3, 4] as [Float], [1, 4, 1])
        let w = MLXArray([1, 1] as [Float], [1, 2, 1])
        #expect(conv1d(x, w).asArray(Float.self) == [3, 5, 7])
        #expect(conv1d(x, w, stride: 2, padding: 1).asArray(Float.self) == [1, 5, 4])
        let image = x.reshaped(1, 2, 2, 1)
        #expect(conv2d(image, MLXArray.ones([1, 2, 2, 1])).item(Float.self) == 10)
        #expect(
            conv2d(image, MLXArray.ones([1, 1, 1, 1]), padding: [1, 0]).shape == [1, 4, 2, 1])
        #expect(
            conv3d(MLXArray.ones([1, 2, 2, 2, 1]), MLXArray.ones([1, 2, 2, 2, 1]))
                .item(Float.self) == 8)
        #expect(convTransposed1d(x, w).asArray(Float.self) == [1, 3, 5, 7, 4])
        #expect(convTransposed2d(image, MLXArray.ones([1, 2, 2, 1])).shape == [1, 3, 3, 1])
        #expect(
            convolve(MLXArray([1, 2, 3] as [Float]), MLXArray([0, 1] as [Float]))
                .asArray(Float.self) == [0, 1, 2, 3])
    }

    @Test("Quantized weights", arguments: [QuantizationMode.affine, .mxfp4, .mxfp8, .nvfp4])
    func quantization(mode: QuantizationMode) throws {
        try withError {
            let w = MLXArray((0..<128).map { Float($0 % 16) - 8 }, [2, 64])
            let (wq, scales, biases) = quantized(w, mode: mode)
            #expect((biases != nil) == (mode == .affine))
            let back = dequantized(wq, scales: scales, biases: biases, mode: mode, dtype: .float32)
            #expect(back.shape == [2, 64])
            #expect((back - w).abs().max().item(Float.self) <= 1.5)
            let x = MLXArray.ones([1, 64])
            let product = quantizedMM(x, wq, scales: scales, biases: biases, mode: mode)
            #expect(allClose(product, matmul(x, back.T), rtol: 1e-3).item(Bool.self))
            let gathered = gatherQuantizedMM(
                x, stacked([wq, wq]), scales: stacked([scales, scales]),
                biases: biases.map { stacked([$0, $0]) },
                rhsIndices: MLXArray([1] as [UInt32]), mode: mode)
            #expect(allClose(gathered.flattened(), product.flattened()).item(Bool.self))
        }
    }

    @Test("Fourier transforms and linear algebra")
    func transforms() {
        let x = MLXArray([1, 2, 3, 4] as [Float])
        #expect(MLXFFT.rfft(x).realPart().asArray(Float.self) == [10, -2, -2])
        #expect(MLXFFT.ifft(MLXFFT.fft(x)).realPart().allClose(x).item(Bool.self))
        let m = MLXArray([2, 1, 1, 3] as [Float], [2, 2])
        #expect(matmul(m, MLXLinalg.inv(m, stream: .cpu)).allClose(eye(2)).item(Bool.self))
        let (q, r) = MLXLinalg.qr(m, stream: .cpu)
        #expect(matmul(q, r).allClose(m).item(Bool.self))
    }
}
