#if compiler(>=6.3)
    import FileTestSupport
    import Foundation
    import MLX
    import Testing

    /// What no memory can hold is an error, never the end of the process: in processes of their own.
    @Suite("Requests for more memory than there is")
    struct MemoryFaultTests {
        /// Small to write down, terabytes to compute.
        static let requests: [(String, @Sendable () -> MLXArray)] = {
            @Sendable func wide() -> MLXArray {
                broadcast(MLXArray.ones([1, 1]), to: [1 << 20, 1 << 20])
            }
            return [
                ("zeros", { MLXArray.zeros([1 << 20, 1 << 20]) }),
                ("full", { MLXArray.full([1 << 10, 1 << 30], values: MLXArray(2)) }),
                ("eye", { MLXArray.eye(1 << 20) }),
                ("normal", { MLXRandom.normal([1 << 20, 1 << 20]) }),
                (
                    "matmul",
                    { matmul(MLXArray.ones([1 << 20, 1]), MLXArray.ones([1, 1 << 20])) }
                ),
                ("outer", { outer(MLXArray.ones([1 << 20]), MLXArray.ones([1 << 20])) }),
                ("add", { MLXArray.ones([1 << 20, 1]) + MLXArray.ones([1, 1 << 20]) }),
                (
                    "padded",
                    { padded(MLXArray.ones([1, 1]), widths: [[0, 1 << 20], [0, 1 << 20]]) }
                ),
                ("concatenated", { concatenated([wide(), wide()], axis: 0) }),
                ("reshaped", { wide().reshaped([1 << 10, 1 << 30]) }),
                ("sorted", { sorted(wide(), axis: 1) }),
                ("softmax", { softmax(wide(), axis: 1) }),
                ("cumsum", { cumsum(wide(), axis: 1) }),
                (
                    "assigned",
                    {
                        let a = wide()
                        a[0] = MLXArray(1)
                        return a
                    }
                ),
                (
                    "indices",
                    { MLXArray.ones([4, 1 << 20])[MLXArray.zeros([1 << 20], dtype: .int32)] }
                ),
                // The product of these dimensions is 0, or 2^30, in 64 bits.
                ("four dimensions", { MLXArray.zeros([1 << 16, 1 << 16, 1 << 16, 1 << 16]) }),
                ("wrapped", { MLXArray.zeros([1 << 30, 1 << 30, 1 << 30, 1 << 4]) }),
            ]
        }()

        @Test("Terabytes are an error wherever they are asked for")
        func absurd() async {
            await #expect(processExitsWith: .success) {
                ProcessTime.limit(seconds: 600)
                for (name, request) in Self.requests {
                    let error = #expect(throws: MLXError.self, "\(name)") {
                        try checkedEval(request())
                    }
                    let message = error?.message ?? ""
                    #expect(
                        message.contains("Unable to allocate") || message.contains("too many"),
                        "\(name): \(message)")
                    // Asked for once more, and then for something else.
                    #expect(throws: MLXError.self) { try checkedEval(request()) }
                    let sum = (MLXArray.ones([3]) + 1).sum()
                    try checkedEval(sum)
                    #expect(sum.item(Float.self) == 6)
                }
                #expect(ProcessMemory.peak < 2 << 30)
            }
        }

        @Test("Values of an array that is only a view are an error too")
        func values() async {
            await #expect(processExitsWith: .success) {
                ProcessTime.limit(seconds: 300)
                let view = broadcast(MLXArray.ones([1, 1]), to: [1 << 20, 1 << 20])
                #expect(throws: MLXError.self) { try withError { _ = view.asArray(Float.self) } }
                #expect(throws: MLXError.self) { try withError { _ = view.asArray(Int8.self) } }
                #expect(throws: MLXError.self) { try withError { _ = view.asData(access: .copy) } }
                #expect(throws: MLXError.self) {
                    try withError { asyncEval(sorted(view, axis: 1)) }
                }
                #expect(throws: MLXError.self) { try saveToData(arrays: ["view": view]) }
                #expect(view[5, 7].item(Float.self) == 1)
            }
        }

        @Test("A limit of the system is met with an error, and work goes on")
        func limited() async {
            await #expect(processExitsWith: .success) {
                ProcessTime.limit(seconds: 300)
                eval(MLXArray.ones([16]) + 1)
                ProcessMemory.limit(growth: 512 << 20)
                for _ in 0..<3 {
                    let error = #expect(throws: MLXError.self) {
                        try checkedEval(MLXArray.zeros([1 << 28]))
                    }
                    #expect(error?.operation == "eval")
                    let small = MLXArray.zeros([1 << 24]) + 1
                    try checkedEval(small)
                    #expect(small[1 << 20].item(Float.self) == 1)
                }
            }
        }

        @Test("A file of more values than memory is an error when they are read")
        func load() async {
            await #expect(processExitsWith: .success) {
                let folder = try TemporaryFolder()
                let count = 1 << 29
                let header =
                    #"{"w":{"dtype":"F32","shape":[\#(count)],"data_offsets":[0,\#(4 * count)]}}"#
                let url = try folder.write(
                    "large.safetensors", safetensorsBytes(header: header, values: Data()))
                let file = try FileHandle(forWritingTo: url)
                try file.truncate(atOffset: UInt64(8 + header.utf8.count + 4 * count))
                eval(MLXArray.ones([16]) + 1)
                ProcessMemory.limit(growth: 1 << 30)
                let arrays = try loadArrays(url: url)
                let error = #expect(throws: MLXError.self) { try checkedEval(arrays) }
                #expect(error?.message.contains("Unable to allocate 2147483648 bytes") == true)
                #expect(arrays["w"]?.shape == [count])
            }
        }
    }
#endif
