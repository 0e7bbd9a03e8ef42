#if compiler(>=6.3)
    import FileTestSupport
    import Foundation
    import MLX
    import RuntimeTestSupport
    import Testing

    @testable import ModelRuntime

    /// In processes of their own, whose memory is limited or measured.
    @Suite("Loading with too little memory")
    struct MemoryFaultTests {
        @Test("is one error that says so, and the process goes on")
        func tooLarge() async {
            await #expect(processExitsWith: .success) {
                ProcessTime.limit(seconds: 300)
                let folder = try TemporaryFolder()
                let rows = 1 << 19
                try folder.write(
                    "config.json",
                    #"{"model_type":"bigram","vocab_size":\#(rows),"hidden_size":1024}"#)
                let bytes = rows * 1024 * 4
                let header = ["embed.weight", "head.weight"].enumerated().map { index, name in
                    #""\#(name)":{"dtype":"F32","shape":[\#(rows),1024],"#
                        + #""data_offsets":[\#(index * bytes),\#((index + 1) * bytes)]}"#
                }.joined(separator: ",")
                // A file of 4 GB that takes no room on the disk.
                let url = try folder.write(
                    "model.safetensors", safetensorsBytes(header: "{\(header)}", values: Data()))
                let file = try FileHandle(forWritingTo: url)
                try file.truncate(atOffset: UInt64(8 + header.utf8.count + 2 + 2 * bytes))
                eval(MLXArray.ones([16]) + 1)

                ProcessMemory.limit(growth: 1 << 30)
                let message = failure(.engine) { try ModelFactory.tiny.load(folder.url) }
                #expect(message.contains("Unable to allocate 2147483648 bytes"))
                #expect((MLXArray.ones([3]) + 1).sum().item(Int.self) == 6)
            }
        }

        @Test("Mutated checkpoints take no memory to refuse")
        func mutations() async {
            await #expect(processExitsWith: .success) {
                ProcessTime.limit(seconds: 600)
                let folder = try TemporaryFolder()
                try folder.write(
                    "config.json", #"{"model_type":"bigram","vocab_size":40,"hidden_size":2}"#)
                let original = safetensorsBytes([
                    ("embed.weight", [40, 2]), ("head.weight", [40, 2]),
                ])
                try folder.write("model.safetensors", original)
                _ = try ModelFactory.tiny.load(folder.url)
                ProcessMemory.limit(growth: 1 << 30)
                let before = ProcessMemory.peak
                var random = SeededGenerator(seed: 12)
                for _ in 0..<600 {
                    try folder.write("model.safetensors", mutated(original, using: &random))
                    do {
                        _ = try ModelFactory.tiny.load(folder.url)
                    } catch let error as ModelRuntimeError {
                        #expect(!error.description.isEmpty)
                    }
                }
                #expect(ProcessMemory.peak - before < 64 << 20)
            }
        }
    }
#endif
