import MLX
import Testing

@Suite("Devices, streams and memory", .serialized)
struct EngineTests {
    @Test("An operation takes a device or a stream")
    func streams() {
        let a = MLXArray.ones([2])
        #expect(sqrt(a, stream: .cpu).asArray(Float.self) == [1, 1])
        let stream = Stream(Device.cpu)
        #expect(add(a, 1, stream: .stream(stream)).asArray(Float.self) == [2, 2])
        stream.synchronize()
        #expect(stream == stream && stream != Stream.cpu)
        #expect(StreamOrDevice.device(.cpu).stream == .cpu)
    }

    @Test("A scope sets the default device or stream for its task")
    func scopes() async {
        Device.withDefaultDevice(.cpu) {
            #expect(Device.defaultDevice() == .cpu)
            #expect((MLXArray(1) + 1).item(Int.self) == 2)
        }
        Stream.withNewDefaultStream(device: .cpu) {
            #expect(Stream() != .cpu)
            #expect((MLXArray(1) + 1).item(Int.self) == 2)
        }
        await Device.withDefaultDevice(.cpu) {
            await Task.yield()
            #expect((MLXArray(1) + 1).item(Int.self) == 2)
        }
    }

    @Test("Memory is counted")
    func memory() {
        // Other tests allocate and free meanwhile: only what this one holds is sure to be counted.
        let a = MLXArray.ones([1 << 20]) + 1
        eval(a)
        let now = Memory.snapshot()
        #expect(now.activeMemory >= 4 << 20)
        #expect(now.peakMemory >= 4 << 20)
        let limit = Memory.cacheLimit
        Memory.cacheLimit = 1 << 20
        #expect(Memory.cacheLimit == 1 << 20)
        Memory.cacheLimit = limit
        #expect(Memory.memoryLimit > 0)
        withExtendedLifetime(a) {}
    }

    @Test("Arrays are evaluated wherever they are")
    func evaluation() throws {
        let arrays = (0..<3).map { MLXArray($0) + 1 }
        eval(arrays)
        asyncEval(arrays[0] * 2, arrays[1] * 2)
        try checkedEval(arrays[0] + 1, ["x": arrays[1] + 1], [(1, arrays[2] + 1)], "text", 3)
        let nothing: MLXArray? = nil
        try checkedEval(nothing as Any)
    }
}
