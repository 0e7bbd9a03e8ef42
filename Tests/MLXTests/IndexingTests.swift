import MLX
import Testing

@Suite("Reading parts of an array")
struct IndexingTests {
    /// 0…23 as `[2, 3, 4]`: element `[i, j, k]` is `12 i + 4 j + k`.
    let a = MLXArray(0..<24, [2, 3, 4])

    private func check(_ part: MLXArray, _ shape: [Int], _ values: [Int]) {
        #expect(part.shape == shape)
        #expect(part.asArray(Int.self) == values)
    }

    @Test("by integers, negative ones from the end")
    func integers() {
        check(a[1, 2, 3], [], [23])
        check(a[-1, -1, -1], [], [23])
        check(a[0, 1], [4], [4, 5, 6, 7])
        check(a[-2][1], [4], [4, 5, 6, 7])
    }

    @Test("by ranges with both bounds, one, none, and negative ones")
    func ranges() {
        check(a[0, 0, 1..<3], [2], [1, 2])
        check(a[0, 0, 1...2], [2], [1, 2])
        check(a[0, 0, ..<2], [2], [0, 1])
        check(a[0, 0, 2...], [2], [2, 3])
        check(a[0, 0, (-2)...], [2], [2, 3])
        check(a[0, 0, ..<(-1)], [3], [0, 1, 2])
        check(a[0, 0, ...(-1)], [4], [0, 1, 2, 3])
        check(a[0, 0, 0...], [4], [0, 1, 2, 3])
        check(a[0, 0, 2..<100], [2], [2, 3])
        check(a[0, 0, 3..<3], [0], [])
    }

    @Test("by strides, backwards too")
    func strides() {
        check(a[0, 0, .stride(by: 2)], [2], [0, 2])
        check(a[0, 0, .stride(by: -1)], [4], [3, 2, 1, 0])
        check(a[0, 0, .stride(from: 1, to: 4, by: 2)], [2], [1, 3])
        check(a[0, 0, .stride(from: -1, to: 0, by: -2)], [2], [3, 1])
        check(a[.stride(by: -1), 0, 0], [2], [12, 0])
    }

    @Test("with an ellipsis and new axes")
    func ellipsisAndNewAxis() {
        check(a[.ellipsis, 0], [2, 3], [0, 4, 8, 12, 16, 20])
        check(a[0, .ellipsis, 0], [3], [0, 4, 8])
        check(a[.newAxis, 0, 0], [1, 4], [0, 1, 2, 3])
        check(a[0, .newAxis, 0, .newAxis], [1, 1, 4], [0, 1, 2, 3])
        check(a[0, 0, .ellipsis, .newAxis], [4, 1], [0, 1, 2, 3])
        #expect(a[.ellipsis].shape == [2, 3, 4])
        #expect(a[.newAxis].shape == [1, 2, 3, 4])
        #expect(MLXArray(1)[.newAxis, .ellipsis, .newAxis].shape == [1, 1])
    }

    @Test("by arrays, alone and with other parts")
    func arrays() {
        let rows = MLXArray([1, 0, 1])
        check(a[rows, 0, 0], [3], [12, 0, 12])
        check(a[0][MLXArray([2, 0])], [2, 4], [8, 9, 10, 11, 0, 1, 2, 3])
        check(a[0][0..., MLXArray([3, 0])], [3, 2], [3, 0, 7, 4, 11, 8])
        check(a[MLXArray([0, 1]), MLXArray([2, 0])], [2, 4], [8, 9, 10, 11, 12, 13, 14, 15])
        // Indices on each side of a range: the arrays' dimensions come first.
        check(a[MLXArray([0, 1]), 0..., MLXArray([0, 3])], [2, 3], [0, 4, 8, 15, 19, 23])
        check(a[0, 0..., MLXArray([0, 1], [1, 2])], [1, 2, 3], [0, 4, 8, 1, 5, 9])
        check(a[0, 0..., MLXArray([3, 0])], [2, 3], [3, 7, 11, 0, 4, 8])
        check(a[0..., MLXArray([1]), ..<2], [2, 1, 2], [4, 5, 16, 17])
        check(a[1, 1, MLXArray([-1, -4])], [2], [19, 16])
    }

    @Test("as a sequence of its parts along the first axis")
    func sequence() {
        #expect(a.map { $0.shape } == [[3, 4], [3, 4]])
        #expect(MLXArray(3).map { $0 }.isEmpty)
    }

    @Test("with an index that does not exist: an error")
    func outOfRange() {
        #expect(throws: MLXError.self) { try withError { _ = a[2] } }
        #expect(throws: MLXError.self) { try withError { _ = a[0, -4] } }
        #expect(throws: MLXError.self) { try withError { _ = a[0, 0, 0, 0] } }
        #expect(throws: MLXError.self) { try withError { _ = a[.ellipsis, .ellipsis] } }
        #expect(throws: MLXError.self) { try withError { _ = a[.stride(by: 0)] } }
        #expect(throws: MLXError.self) { try withError { _ = MLXArray(1)[0] } }
    }
}

@Suite("Assigning parts of an array")
struct AssignmentTests {
    private func zeros(_ shape: [Int] = [2, 3]) -> MLXArray { MLXArray.zeros(shape, dtype: .int32) }

    @Test("by integers and ranges, with values that broadcast and are converted")
    func slices() {
        let a = zeros()
        a[0, 1] = MLXArray(5)
        #expect(a.asArray(Int.self) == [0, 5, 0, 0, 0, 0])
        a[1] = MLXArray([1, 2, 3])
        #expect(a.asArray(Int.self) == [0, 5, 0, 1, 2, 3])
        a[0..., 2] = MLXArray([8, 9])
        #expect(a.asArray(Int.self) == [0, 5, 8, 1, 2, 9])
        a[0..., .stride(by: -2)] = MLXArray([1.9, 7.2] as [Float], [1, 2])
        #expect(a.asArray(Int.self) == [7, 5, 1, 7, 2, 1])
        #expect(a.dtype == .int32)
        a[.ellipsis, 0, .newAxis] = MLXArray([3, 4], [2, 1])
        #expect(a.asArray(Int.self) == [3, 5, 1, 4, 2, 1])
    }

    @Test("by arrays, with other parts between them")
    func arrays() {
        let a = zeros()
        a[MLXArray([1, 0])] = MLXArray([1, 2, 3])
        #expect(a.asArray(Int.self) == [1, 2, 3, 1, 2, 3])
        a[0..., MLXArray([2, 0])] = MLXArray([7, 8])
        #expect(a.asArray(Int.self) == [8, 2, 7, 8, 2, 7])
        a[MLXArray([0, 1]), MLXArray([1, 2])] = MLXArray([5, 6])
        #expect(a.asArray(Int.self) == [8, 5, 7, 8, 2, 6])
        let b = zeros([2, 2, 3])
        b[0, 0..., MLXArray([2, 0])] = MLXArray([1, 2])
        #expect(b.asArray(Int.self) == [2, 0, 1, 2, 0, 1, 0, 0, 0, 0, 0, 0])
    }

    @Test("by a mask")
    func masks() {
        let a = MLXArray([1, -2, 3, -4])
        a[a .< 0] = MLXArray(0)
        #expect(a.asArray(Int.self) == [1, 0, 3, 0])
        a[a .== 0] = MLXArray([8, 9])
        #expect(a.asArray(Int.self) == [1, 8, 3, 9])
    }

    @Test("changes every name of the array, but no array made from it before")
    func identity() {
        let a = zeros([3])
        let alias = a
        let part = a + 0
        a[0] = MLXArray(1)
        a[1...] += 5
        #expect(alias.asArray(Int.self) == [1, 5, 5])
        #expect(part.asArray(Int.self) == [0, 0, 0])
    }

    @Test("with values that do not fit: an error, and the array is as before")
    func misfit() {
        let a = zeros()
        #expect(throws: MLXError.self) { try withError { a[0] = MLXArray([1, 2]) } }
        #expect(throws: MLXError.self) { try withError { a[5] = MLXArray(1) } }
        #expect(a.asArray(Int.self) == [0, 0, 0, 0, 0, 0])
    }

    @Test("`at` counts each index")
    func at() {
        let a = MLXArray([1, 2, 3])
        let twice = MLXArray([0, 0, 2])
        #expect(a.at[twice].add(1).asArray(Int.self) == [3, 2, 4])
        #expect(a.at[twice].subtract(1).asArray(Int.self) == [-1, 2, 2])
        #expect(a.at[twice].multiply(2).asArray(Int.self) == [4, 2, 6])
        #expect(a.at[twice].maximum(MLXArray([5, 4, 0])).asArray(Int.self) == [5, 2, 3])
        #expect(a.at[twice].minimum(0).asArray(Int.self) == [0, 2, 0])
        #expect(a.at[1...].add(10).asArray(Int.self) == [1, 12, 13])
        #expect((a * 1.0).at[0].divide(4).asArray(Float.self) == [0.25, 2, 3])
        #expect(a.asArray(Int.self) == [1, 2, 3])
    }

    @Test("Taking and putting along an axis")
    func takeAndPut() {
        let a = MLXArray(0..<6, [2, 3])
        #expect(a.take(MLXArray([2, 0]), axis: 1).asArray(Int.self) == [2, 0, 5, 3])
        #expect(a.take(MLXArray([5, 0])).asArray(Int.self) == [5, 0])
        let columns = MLXArray([2, 0], [2, 1])
        #expect(takeAlong(a, columns, axis: 1).asArray(Int.self) == [2, 3])
        let put = putAlong(a, columns, values: MLXArray([9], [1, 1]), axis: 1)
        #expect(put.asArray(Int.self) == [0, 1, 9, 9, 4, 5])
        #expect(putAlong(a, MLXArray([1]), values: MLXArray(7)).asArray(Int.self)[1] == 7)
    }
}
