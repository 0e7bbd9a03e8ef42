import MLX
import Testing

/// Python reads and writes outside of the array, or ends, for most of these.
@Suite("Indices that are out of range")
struct IndexFaultTests {
    let three = MLXArray([1, 2, 3] as [Float])
    let matrix = MLXArray(0..<12, [3, 4])

    /// The message of the error that `body` or the evaluation of its result throws.
    private func message(
        _ location: SourceLocation = #_sourceLocation, _ body: () -> MLXArray
    ) -> String {
        let error = #expect(throws: MLXError.self, sourceLocation: location) {
            try withError { eval(body()) }
        }
        // What comes after works: nothing was left in the stream.
        #expect((three + 1).sum().item(Float.self) == 9, sourceLocation: location)
        return error?.description ?? ""
    }

    /// Indices that are known, and the same ones when they are only computed with the result.
    private func both(
        _ values: [Int32], _ location: SourceLocation = #_sourceLocation,
        _ body: (MLXArray) -> MLXArray
    ) {
        let known = MLXArray(values)
        #expect(
            message(location) { body(known) }.contains("is out of range"), sourceLocation: location)
        #expect(
            message(location) { body(known * 1) }.contains("is out of range"),
            sourceLocation: location)
    }

    @Test("Integers", arguments: [3, -4, 1 << 40, .min, .max])
    func integers(index: Int) {
        #expect(message { three[index] }.contains("out of range"))
        #expect(message { matrix[index, 0] }.contains("out of range"))
        #expect(
            message {
                let copy = matrix + 0
                copy[index] = MLXArray(1)
                return copy
            }.contains("out of range"))
    }

    @Test(
        "Arrays of indices", arguments: [[3], [0, -4], [1_000_000_000], [Int32.min], [0, 1, 7]])
    func arrays(values: [Int32]) {
        both(values) { three[$0] }
        both(values) { matrix[$0, 0...] }
        both(values) { take(matrix, $0, axis: 0) }
        both(values.map { $0 == 3 || $0 == 7 ? 12 : $0 == -4 ? -13 : $0 }) { take(matrix, $0) }
        both(values) { takeAlong(three, $0, axis: 0) }
        both(values) { putAlong(three, $0, values: MLXArray(5 as Float), axis: 0) }
        both(values) { indices in
            let copy = three + 0
            copy[indices] = MLXArray(1 as Float)
            return copy
        }
        both(values) { three.at[$0].add(1 as Float) }
        both(values) {
            gatherMM(MLXArray.ones([1, 2, 2]), MLXArray.ones([3, 2, 2]), rhsIndices: $0)
        }
        both(values) { indices in
            let weights = MLXArray.ones([3, 32, 32])
            let (w, scales, biases) = quantized(weights, groupSize: 32, bits: 4)
            return gatherQuantizedMM(
                MLXArray.ones([1, 1, 32]), w, scales: scales, biases: biases, rhsIndices: indices,
                groupSize: 32, bits: 4)
        }
    }

    @Test("The message names the operation, the index and the size")
    func wording() {
        #expect(message { three[5] }.contains("index 5 is out of range for axis 0"))
        #expect(
            message { take(three, MLXArray([7]), axis: 0) }
                == "[take] index 7 is out of range for a size of 3")
        #expect(
            message { take(three, MLXArray([7]) * 1, axis: 0) }
                == "eval: [take] index 7 is out of range for a size of 3")
    }

    @Test("Starts of slices that are computed")
    func starts() {
        both([2]) { slice(three, start: $0, axes: [0], size: [2]) }
        both([-1]) { slice(three, start: $0, axes: [0], size: [2]) }
        both([1_000_000_000]) {
            sliceUpdate(three, update: MLXArray.zeros([2]), start: $0, axes: [0])
        }
        let start = MLXArray([1]) * 1
        #expect(slice(three, start: start, axes: [0], size: [2]).asArray(Float.self) == [2, 3])
    }

    @Test("Unsigned and wide indices are compared as they are")
    func types() {
        #expect(message { three[MLXArray([UInt64.max])] }.contains("out of range"))
        #expect(message { three[MLXArray([UInt32.max])] }.contains("out of range"))
        #expect(message { three[MLXArray([Int64(1) << 40])] }.contains("out of range"))
        #expect(three[MLXArray([UInt8(2)])].item(Float.self) == 3)
        #expect(three[MLXArray([Int64(-1)]) * 1].item(Float.self) == 3)
    }

    @Test("Computed indices in every order of memory select what known ones do")
    func layouts() {
        let known = MLXArray([0, 1, 2, 2, 1, 0] as [Int32], [2, 3])
        for indices in [known, known.T, known[0..., .stride(by: 2)], known[0..., .stride(by: -1)]] {
            eval(indices)
            let computed = indices + 0
            #expect(matrix[computed].arrayEqual(matrix[indices]).item(Bool.self))
            #expect(
                matrix[broadcast(computed, to: [2] + indices.shape)].shape
                    == [2] + indices.shape + [4])
        }
        #expect(matrix[MLXArray([1]) * 1, 2].item(Int.self) == 6)
        #expect(three[MLXArray.zeros([0], dtype: .int32)].size == 0)
    }

    @Test("Nothing to put leaves the array as it is")
    func emptyUpdates() {
        for (shape, axis) in [([3, 0], 1), ([0, 4], 0), ([0, 4], -2)] {
            let indices = MLXArray.zeros(shape, dtype: .int32)
            let result = putAlong(matrix, indices, values: MLXArray.zeros(shape), axis: axis)
            #expect(result.arrayEqual(matrix).item(Bool.self))
        }
        let nothing = MLXArray.zeros([0, 4])
        #expect(putAlong(nothing, nothing.asType(.int32), values: nothing, axis: 0).size == 0)
        let copy = matrix + 0
        copy[MLXArray.zeros([0], dtype: .int32)] = MLXArray.zeros([0, 4])
        #expect(copy.arrayEqual(matrix).item(Bool.self))
    }
}
