#if compiler(>=6.3)
    import FileTestSupport
    import MLX
    import Testing

    /// In a process of its own: whoever waits next meets the error of work that was only started.
    @Suite("Work that was started and fails")
    struct StartedWorkTests {
        @Test("The next evaluation that waits throws its error")
        func thrownLater() async {
            await #expect(processExitsWith: .success) {
                ProcessTime.limit(seconds: 300)
                for _ in 0..<10 {
                    let bad = MLXLinalg.inv(MLXArray.zeros([64, 64]), stream: .cpu)
                    #expect(throws: MLXError.self) {
                        try withError {
                            asyncEval(bad)
                            Memory.clearCache()
                            eval(MLXArray.ones([2]) + 1)
                        }
                    }
                    let index = MLXArray([9]) * 1
                    #expect(throws: MLXError.self) {
                        try withError {
                            asyncEval(take(MLXArray.ones([3]), index, axis: 0))
                            eval(MLXArray.ones([2]) + 1)
                        }
                    }
                    #expect((MLXArray.ones([2]) + 1).sum().item(Int.self) == 4)
                }
            }
        }
    }
#endif
