import Foundation
import MLX
import Testing

@Suite("Errors never end the process")
struct ErrorTests {
    let two = MLXArray.ones([2])
    let three = MLXArray.ones([3])

    @Test("`withError` throws the engine's message and names the operation")
    func withErrorThrows() throws {
        let error = #expect(throws: MLXError.self) { try withError { _ = two + three } }
        #expect(error?.operation == "add")
        #expect(error?.message.contains("(2)") == true)
        #expect(error?.localizedDescription.contains("broadcast") == true)
    }

    @Test("The first of several errors is thrown, before what the body throws")
    func firstError() {
        struct Later: Error {}
        let error = #expect(throws: MLXError.self) {
            try withError {
                _ = two + three
                _ = matmul(two, three)
                throw Later()
            }
        }
        #expect(error?.operation == "add")
    }

    @Test("An inner scope keeps its error from the outer one")
    func nested() throws {
        try withError {
            #expect(throws: MLXError.self) { try withError { _ = two + three } }
            eval(two + 1)
        }
    }

    @Test("A failed operation gives a stand-in that later operations pass on")
    func standIn() throws {
        let result = two + three
        let later = (result * 2).reshaped(1, -1).sum(axis: 1)[0]
        later[0] = MLXArray(1)
        #expect(later.dim(7) == 1)
        #expect(later.item(Float.self) == 0)
        #expect(later.asArray(Float.self).isEmpty)
        #expect(later.description.contains("add"))
        #expect(split(later, parts: 3).count == 3)
        let error = #expect(throws: MLXError.self) { try checkedEval(later) }
        #expect(error?.operation == "add")
    }

    @Test("Outside a scope the error waits for the task's next throwing boundary")
    func pending() async throws {
        try await Task {
            let two = MLXArray.ones([2])
            eval(two + MLXArray.ones([3]))
            #expect(throws: MLXError.self) { try checkPendingError() }
            try checkPendingError()
            _ = two.dim(4)
            #expect(throws: MLXError.self) { try checkedEval(two) }
            try checkedEval(two)
        }.value
    }

    @Test("Wrong shapes, ranks and axes are errors, not traps")
    func wrongShapes() {
        func fails(_ body: () -> Void, _ location: SourceLocation = #_sourceLocation) {
            #expect(throws: MLXError.self, sourceLocation: location) { try withError(body) }
        }
        fails { _ = two.dim(1) }
        fails { _ = two.dim(-2) }
        fails { _ = two.shape4 }
        fails { _ = two.item(Int.self) }
        fails { _ = two.reshaped(3) }
        fails { _ = two.transposed(0, 1) }
        fails { _ = two.sum(axis: 3) }
        fails { _ = concatenated([two, MLXArray.ones([2, 2])], axis: 1) }
        fails { _ = stacked([] as [MLXArray]) }
        fails { _ = MLXArray([1, 2, 3], [2, 2]) }
        fails { _ = MLXArray.zeros([-1]) }
        fails { _ = MLXArray(Data([1, 2, 3]), [1], dtype: .float32) }
        fails { _ = split(three, parts: 2) }
        fails { _ = DType.int32.greatestFiniteMagnitudeArray }
        fails { _ = einsum("ij,jk->ik", two, three) }
        fails { _ = quantized(two) }
        fails { _ = which(two, two, three) }
        fails { _ = MLXArray.mlxNone + 1 }
        fails { _ = convolve(MLXArray.ones([2, 2]), two) }
    }

    @Test("An error of the evaluation is one too")
    func evaluation() {
        let inverse = MLXLinalg.inv(MLXArray.ones([2, 2]), stream: .cpu)
        let error = #expect(throws: MLXError.self) { try checkedEval(inverse) }
        #expect(error?.operation == "eval")
        #expect(error?.message.contains("Inverse") == true)
        #expect(throws: MLXError.self) {
            try withError { eval(MLXLinalg.inv(MLXArray.zeros([2, 2]), stream: .cpu)) }
        }
        #expect(MLXArray(2).item(Int.self) == 2)
    }

    @Test("However often evaluation fails, the next one neither fails nor waits")
    func manyFailures() throws {
        for _ in 0..<40 {
            var result = MLXLinalg.inv(MLXArray.zeros([64, 64]), stream: .cpu)
            for _ in 0..<40 { result = result + 1 }
            #expect(throws: MLXError.self) { try checkedEval(result) }
            var good = MLXArray.ones([8])
            for _ in 0..<40 { good = good + 1 }
            try checkedEval(good)
            #expect(good.sum().item(Int.self) == 8 * 41)
        }
    }

    @Test("Quantised products of nothing are errors: the engine's kernels divide by their sizes")
    func emptyQuantizedProduct() {
        let (w, scales, biases) = quantized(MLXArray.ones([16, 64]))
        #expect(throws: MLXError.self) {
            try withError {
                eval(quantizedMM(MLXArray.zeros([0, 64]), w, scales: scales, biases: biases))
            }
        }
    }

    @Test("A compiled function that fails gives as many stand-ins as it has results")
    func failingCompiledFunction() {
        let split = compile { (inputs: [MLXArray]) in [inputs[0] + inputs[1], inputs[0]] }
        #expect(throws: MLXError.self) {
            try withError { eval(split([two, three])[1], split([two, three])[0]) }
        }
    }

    @Test("Numbers that the type asked for does not hold have no item")
    func itemOutOfRange() {
        for array in [MLXArray(Float.nan), MLXArray(Float.infinity), MLXArray(Float(3e10))] {
            #expect(throws: MLXError.self) { try withError { _ = array.item(Int32.self) } }
        }
        #expect(throws: MLXError.self) {
            try withError { _ = MLXArray(real: 1, imaginary: 2).item(Float.self) }
        }
    }

    @Test("A handler gets each message")
    func handler() {
        final class Messages: @unchecked Sendable { var all: [String] = [] }
        let messages = Messages()
        let keep: @Sendable (String) -> Void = { messages.all.append($0) }
        withErrorHandler(keep) {
            _ = two + three
            _ = two.dim(9)
        }
        #expect(messages.all.count == 2)
    }

    @Test("Scopes follow a task, not a thread")
    func asynchronous() async {
        await #expect(throws: MLXError.self) {
            try await withError {
                await Task.yield()
                _ = MLXArray.ones([2]) + MLXArray.ones([3])
            }
        }
    }

    @Test("Many threads build and evaluate at once")
    func threads() async {
        let results = await withTaskGroup(of: Float.self) { group in
            for i in 0..<32 {
                group.addTask {
                    var x = MLXArray.ones([8])
                    for _ in 0..<50 { x = x + i }
                    return x.sum().item(Float.self)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let expected = (0..<32).map { (i: Int) -> Float in Float(8 + 400 * i) }
        #expect(results.sorted() == expected)
    }

    @Test("An array made on one thread is evaluated on another")
    func handedOver() async {
        struct Box: @unchecked Sendable { let array: MLXArray }
        let box = await Task.detached { Box(array: MLXArray.ones([4]) * 3) }.value
        let sum = await Task.detached { box.array.sum().item(Float.self) }.value
        #expect(sum == 12)
    }
}
