import ModelPorted
import Testing

@Suite("The best of several resolutions for a picture")
struct ResolutionTests {
    // Values of `transformers.image_processing_utils.select_best_resolution`.
    @Test("keeps most of the picture, and wastes least")
    func best() throws {
        let resolutions = [[336, 672], [672, 336], [672, 672], [1008, 336], [336, 1008]]
        func best(_ size: [Int]) throws -> [Int] {
            let (height, width) = try bestResolution(for: size, among: resolutions)
            return [height, width]
        }
        #expect(try best([100, 1000]) == [336, 1008])
        #expect(try best([500, 500]) == [672, 672])
        #expect(try best([300, 300]) == [336, 672])
        #expect(try best([1000, 400]) == [1008, 336])
    }

    @Test("is an error where Python's is one")
    func errors() {
        #expect(throws: (any Error).self) { try bestResolution(for: [1, 2], among: []) }
        #expect(throws: (any Error).self) { try bestResolution(for: [1], among: [[1, 2]]) }
        #expect(throws: (any Error).self) { try bestResolution(for: [0, 2], among: [[1, 2]]) }
        #expect(throws: (any Error).self) { try bestResolution(for: [1, 2], among: [[1]]) }
    }
}
