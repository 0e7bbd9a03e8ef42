import FileTestSupport
import Foundation
import MLX
import ModelPorted
import RuntimeTestSupport
import Testing

@testable import ModelRuntime

@Suite("Prompt caches are mlx-lm's files")
struct PromptCacheFileTests {
    /// Every class of cache, written by mlx-lm.
    private static let written = Result {
        let folder = try TemporaryFolder()
        _ = try PythonProcess.run("-c", Self.writing, folder.url.path)
        return folder
    }

    private static let classes = [
        "KVCache", "KVCache", "RotatingKVCache", "QuantizedKVCache", "ChunkedKVCache",
        "ArraysCache",
        "CacheList", "ConcatenateKVCache",
    ]

    @Test func everyClassIsReadAndGoesOn() throws {
        let file = try PromptCacheFile(
            Self.written.get().url.appendingPathComponent("python.safetensors"))
        #expect(file.caches.map(\.pythonClassName) == Self.classes)
        #expect(file.metadata["model"] == "somewhere")
        #expect(file.caches[0].offset == 5)
        #expect(file.caches[1].isEmpty)
        let rotating = try #require(file.caches[2] as? RotatingKVCache)
        #expect(rotating.metaState == ["2", "8", "11", "5"])
        let states = try #require(file.caches[5] as? ArraysCache)
        #expect(states[0]?.shape == [2, 3])
        #expect(states[1] == nil)
        #expect(states.lengths?.asArray(Int32.self) == [4, 2])
        let list = try #require(file.caches[6] as? CacheList)
        #expect(list.caches.map(\.pythonClassName) == ["KVCache", "ArraysCache"])
    }

    @Test("what is written again, mlx-lm reads, and both go on alike") func both() throws {
        let folder = try Self.written.get().url
        let file = try PromptCacheFile(folder.appendingPathComponent("python.safetensors"))
        // One more token for each cache that takes tokens, as the script gives them.
        for index in [0, 1, 2, 3, 4] {
            let values = MLXArray((0..<128).map { Float($0) / 100 + 0.5 }, [1, 2, 1, 64])
            _ = file.caches[index].update(keys: values, values: values * 2)
        }
        try file.write(to: folder.appendingPathComponent("swift.safetensors"))
        let report = try PythonProcess.run("-c", Self.comparing, folder.path)
        #expect(report == "identical 8 caches\n")
    }

    @Test(
        "a broken file is one message",
        arguments: [
            ("{}", "it is no prompt cache of mlx-lm 0.32"),
            (
                #"{"__metadata__":{"2.0":"","1.0":"KVCache"}}"#, "layer 0 is missing"
            ),
            (
                #"{"__metadata__":{"2.0":"","1.0":"Strange"},"0.0":{"dtype":"F32","shape":[0],"#
                    + #""data_offsets":[0,0]}}"#, "the state of a Strange is malformed"
            ),
            (
                #"{"__metadata__":{"2.0":"","1.0":"KVCache","2.1.0":"0.2","2.1.1":"scalar"},"#
                    + #""0.0":{"dtype":"F32","shape":[1,1,1,1],"data_offsets":[0,4]},"#
                    + #""0.1":{"dtype":"F32","shape":[1,1,1,1],"data_offsets":[4,8]},"#
                    + #""0.2":{"dtype":"I32","shape":[],"data_offsets":[8,12]}}"#,
                "the state of a KVCache is malformed"
            ),
        ])
    func broken(header: String, message: String) throws {
        let folder = try TemporaryFolder()
        let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) }
        let values = header.contains("[8,12]") ? Data(repeating: 9, count: 12) : Data()
        let url = try folder.write("c.safetensors", length + Data(header.utf8) + values)
        #expect(failure { try PromptCacheFile(url) } == "c.safetensors: \(message)")
    }

    @Test func theNameHasToBeThatOfTheFormat() throws {
        let folder = try TemporaryFolder()
        let url = try folder.write("c.bin", "")
        #expect(
            failure { try PromptCacheFile(url) }
                == "the name of the prompt cache c.bin does not end in .safetensors")
        #expect(
            failure { try PromptCacheFile(caches: []).write(to: url) }
                == "the name of the prompt cache c.bin does not end in .safetensors")
        #expect(
            failure { try PromptCacheFile(folder.url.appendingPathComponent("no.safetensors")) }
                .hasPrefix("there is no prompt cache at "))
    }

    private static let caches = """
        import sys
        import mlx.core as mx
        from mlx.utils import tree_flatten
        from mlx_lm.models import cache as C

        def fill(cache, tokens, step=None):
            mx.random.seed(tokens)
            for start in range(0, tokens, step or tokens):
                shape = (1, 2, min(step or tokens, tokens - start), 64)
                cache.update_and_fetch(mx.random.normal(shape), mx.random.normal(shape))
            return cache

        """

    private static let writing =
        caches + """
            states = C.ArraysCache(2)
            states[0] = mx.arange(6).reshape(2, 3).astype(mx.bfloat16)
            states.lengths = mx.array([4, 2])
            inner = C.ArraysCache(1)
            inner[0] = mx.ones((1, 4))
            chunked = C.ChunkedKVCache(8)
            for _ in range(3):
                chunked.maybe_trim_front()
                fill(chunked, 4)
            rotating = fill(C.RotatingKVCache(max_size=8, keep=2), 11, 1)
            all = [
                fill(C.KVCache(), 5), C.KVCache(), rotating,
                fill(C.KVCache(), 7).to_quantized(group_size=32, bits=4), chunked, states,
                C.CacheList(fill(C.KVCache(), 3), inner), fill(C.ConcatenateKVCache(), 3),
            ]
            C.save_prompt_cache(
                f"{sys.argv[1]}/python.safetensors", all, {"model": "somewhere"})
            """

    private static let comparing =
        caches + """
            ours, metadata = C.load_prompt_cache(f"{sys.argv[1]}/swift.safetensors", True)
            theirs = C.load_prompt_cache(f"{sys.argv[1]}/python.safetensors")
            assert metadata == {"model": "somewhere"}, metadata
            values = (mx.arange(128) / 100 + 0.5).reshape(1, 2, 1, 64)
            values = (mx.arange(128).astype(mx.float32) / 100 + 0.5).reshape(1, 2, 1, 64)
            for cache in theirs[:5]:
                cache.update_and_fetch(values, values * 2)

            def content(cache):
                if isinstance(cache, C.CacheList):
                    return [content(c) for c in cache.caches]
                if isinstance(cache, C.ArraysCache):
                    return [type(cache).__name__, cache.state]
                # What attention sees, and what comes after one more token.
                after = cache.update_and_fetch(values, values) if not cache.empty() else None
                numbers = [s for s in cache.state if isinstance(s, int)]
                return [type(cache).__name__, after, numbers]

            for index, (a, b) in enumerate(zip(ours, theirs, strict=True)):
                a, b = tree_flatten(content(a)), tree_flatten(content(b))
                assert len(a) == len(b), index
                for (name, x), (other, y) in zip(a, b):
                    assert name == other, (index, name, other)
                    same = mx.array_equal(x, y).item() if isinstance(x, mx.array) else x == y
                    assert same, (index, name, x, y)
            print("identical", len(ours), "caches")
            """
}
