import Foundation
import Testing
import TraceDiff

@Suite("Statistics of a tensor")
struct StatisticsTests {
    func statistics<Element>(_ values: [Element], _ type: ElementType) -> TensorStatistics {
        values.withUnsafeBytes { TensorStatistics($0, type) }
    }

    @Test("are those of its values in float64")
    func float32() {
        let result = statistics([3, -4] as [Float], .float32)
        #expect(result.sum == -1 && result.l2 == 5 && result.min == -4 && result.max == 3)
        #expect(
            result.checksum.value
                == UInt64(Float(3).bitPattern) + 2 * UInt64(Float(-4).bitPattern))
    }

    @Test("know bfloat16, float16, booleans and integers")
    func types() {
        #expect(statistics([0x3FC0, 0xC000] as [UInt16], .bfloat16).sum == -0.5)
        #expect(statistics([0x3C00, 0x0001, 0xC400] as [UInt16], .float16).sum == -3 + 0x1p-24)
        #expect(statistics([1, 0, 1] as [UInt8], .bool).sum == 2)
        #expect(statistics([-5, 7] as [Int64], .int64).min == -5)
    }

    @Test("are NaN where an element is")
    func nan() {
        let result = statistics([1, .nan, 2] as [Float], .float32)
        #expect(result.sum.isNaN && result.min.isNaN && result.max.isNaN && result.l2.isNaN)
        #expect(statistics([0x7C00, 0x7E00] as [UInt16], .float16).max.isNaN)
    }

    @Test("of nothing are zero, and have no extremes")
    func empty() {
        let result = statistics([] as [Float], .float32)
        #expect(result.sum == 0 && result.l2 == 0 && result.min.isNaN)
        #expect(result.checksum.value == 0)
    }
}

@Suite("A safetensors file")
struct TensorFileTests {
    /// A file with one float32 tensor, `x`.
    func file(_ folder: TemporaryFolder, _ name: String, _ values: [Float]) throws -> String {
        let header =
            "{\"x\":{\"dtype\":\"F32\",\"shape\":[\(values.count)],"
            + "\"data_offsets\":[0,\(4 * values.count)]}}"
        var data = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) }
        data += Data(header.utf8) + values.withUnsafeBytes { Data($0) }
        let path = folder.path + "/" + name
        try data.write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test("gives the difference of all elements")
    func difference() throws {
        let folder = try TemporaryFolder()
        let left = try TensorFile(contentsOf: file(folder, "a", [1, 2, .nan, 4]))
        let right = try TensorFile(contentsOf: file(folder, "b", [1, 2.5, .nan, 3]))
        let difference = try #require(left.difference("x", from: right, absolute: 0))
        #expect(difference.unequal == 2 && difference.firstUnequal == 1)
        #expect(difference.maxAbsolute == 1 && difference.maxRelative == 0.25)
        #expect(difference.smallestRelative == 0.25)
        #expect(left.difference("y", from: right, absolute: 0) == nil)
    }

    @Test("with a NaN on one side only passes no tolerance")
    func nan() throws {
        let folder = try TemporaryFolder()
        let left = try TensorFile(contentsOf: file(folder, "a", [1, 2]))
        let right = try TensorFile(contentsOf: file(folder, "b", [1, .nan]))
        let difference = try #require(left.difference("x", from: right, absolute: 9))
        #expect(difference.smallestRelative == .infinity)
    }

    @Test("beside both traces decides the tolerance from all values")
    func besideTraces() throws {
        let folder = try TemporaryFolder()
        // Swapped elements: the statistics agree and the values do not.
        let (left, right): ([Float], [Float]) = ([1, 2], [2, 1])
        var sample = record("x", left)
        sample.run = "r"
        var other = record("x", right)
        other.run = "r"
        let paths = ["a", "b"].map { folder.path + "/\($0).trace.jsonl" }
        try trace([sample]).write(to: paths[0])
        try trace([other]).write(to: paths[1])
        let policy = TolerancePolicy(relative: 0.5, absolute: 0)
        let bare = try Comparison(
            referencePath: paths[0], candidatePath: paths[1], policy: policy)
        #expect(bare.isWithinTolerance, "statistics alone cannot tell a permutation")

        for (path, (record, values)) in zip(paths, [(sample, left), (other, right)]) {
            let name = Trace.valuesPath(besideTrace: path)
            let stored = try file(folder, "values", values)
            // The tensor's name is the hash that the record has.
            var data = try Data(contentsOf: URL(fileURLWithPath: stored))
            let header = String(decoding: data[8..<(data.count - 8)], as: UTF8.self)
                .replacing("\"x\"", with: "\"\(record.valueName)\"")
            data =
                withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) }
                + Data(header.utf8) + data.suffix(8)
            try data.write(to: URL(fileURLWithPath: name))
        }
        let full = try Comparison(
            referencePath: paths[0], candidatePath: paths[1], policy: policy)
        #expect(full.entries[0].values?.unequal == 2)
        #expect(!full.isWithinTolerance)
        #expect(full.smallestRelativeTolerance == 1)
    }

    @Test(
        "that is damaged gives one message",
        arguments: [
            "", "short", "\u{8}\0\0\0\0\0\0\0not json", "\u{FF}\u{FF}\u{FF}\u{FF}\u{7F}\u{7F}",
            "\u{2}\0\0\0\0\0\0\0[]",
        ])
    func damaged(content: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("x", content)
        let error = #expect(throws: TraceError.self) { try TensorFile(contentsOf: path) }
        #expect(
            error?.description.hasPrefix("\(path): not a trace: not a safetensors file") == true)
    }
}

@Suite("The difference of values")
struct ValueDifferenceTests {
    func difference<Element>(
        _ left: [Element], _ right: [Element], _ type: ElementType
    ) -> ValueDifference {
        left.withUnsafeBytes { reference in
            right.withUnsafeBytes { candidate in
                ValueDifference(
                    reference: reference, candidate: candidate, type: type, absolute: 0)
            }
        }
    }

    @Test("counts the representable numbers in between, across zero too")
    func ulp() {
        let one: Float = 1
        #expect(difference([one, 2], [one.nextUp.nextUp, 2], .float32).maxULP == 2)
        #expect(difference([Float(0)], [-Float.leastNonzeroMagnitude], .float32).maxULP == 1)
        #expect(difference([Float(0)], [-Float(0)], .float32).maxULP == 0)
        // 1.0 and the next bfloat16, 1.0078125.
        #expect(difference([UInt16(0x3F80)], [UInt16(0x3F81)], .bfloat16).maxULP == 1)
        #expect(difference([1.0], [-1.0], .float64).maxULP == 2 * UInt64(1.0.bitPattern))
        #expect(difference([Float.nan], [-Float.nan], .float32).maxULP == 0)
        #expect(difference([Int32(1)], [Int32(2)], .int32).maxULP == nil)
    }

    @Test("has a norm relative to the reference's, and a cosine")
    func norms() {
        let result = difference([Float(3), 4], [Float(3), 3], .float32)
        #expect(result.relativeL2 == 0.2)
        #expect(abs(result.cosine - 21 / (5 * 18.0.squareRoot())) < 1e-12)
    }

    @Test("is known of two types as well")
    func types() {
        let result = [Float(1), 2].withUnsafeBytes { reference in
            [UInt16(0x3F80), 0x4000].withUnsafeBytes { candidate in
                ValueDifference(
                    reference: reference, candidate: candidate, type: .float32,
                    candidateType: .bfloat16, absolute: 0)
            }
        }
        #expect(result.unequal == 0 && result.maxULP == nil)
    }
}
