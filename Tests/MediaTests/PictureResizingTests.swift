import FileTestSupport
import Foundation
import MediaTestSupport
import Testing

@testable import Media

@Suite("Pictures, resized")
struct PictureResizingTests {
    private struct Expected: Decodable {
        let kind: String
        let name: String
        let width: Int
        let height: Int
        let filter: Int
        let hash: String
    }

    @Test("are what Pillow makes of them with each filter, and what transformers cuts out of them")
    func pillow() throws {
        let folder = try TemporaryFolder()
        let expected: [Expected] = try PythonScript("resize").run(in: folder)
        var different: [String] = []
        for result in expected {
            let picture = try Picture(
                MediaSource(contentsOf: folder.url.appending(path: result.name)))
            let made =
                result.kind == "crop"
                ? picture.centerCropped(width: result.width, height: result.height)
                : picture.resized(
                    width: result.width, height: result.height,
                    try #require(ResamplingFilter(rawValue: result.filter)))
            if digest(made.pixels) != result.hash {
                different.append("\(result.name) \(result.kind) \(result.filter)")
            }
        }
        #expect(expected.count > 100)
        #expect(different.isEmpty)
    }

    @Test("keep a flat colour", arguments: ResamplingFilter.allCases)
    func flat(filter: ResamplingFilter) {
        let picture = Picture(
            width: 40, height: 30, pixels: (0..<1_200).flatMap { _ in [250, 3, 128] as [UInt8] })
        let resized = picture.resized(width: 7, height: 91, filter)
        #expect(resized.width == 7 && resized.height == 91)
        #expect(
            Set(stride(from: 0, to: resized.pixels.count, by: 3).map { resized.pixels[$0] }) == [
                250
            ])
        #expect(
            Set(stride(from: 2, to: resized.pixels.count, by: 3).map { resized.pixels[$0] }) == [
                128
            ])
    }

    @Test("get black around them where a part reaches beyond them")
    func crop() {
        let picture = Picture(width: 2, height: 1, pixels: [1, 2, 3, 4, 5, 6])
        let part = picture.cropped(left: 1, top: -1, width: 2, height: 3)
        #expect(part.pixels == [0, 0, 0, 0, 0, 0, 4, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        #expect(picture.padded(width: 3, height: 1).pixels == [1, 2, 3, 4, 5, 6, 0, 0, 0])
        #expect(picture.cropped(left: 5, top: 5, width: 1, height: 1).pixels == [0, 0, 0])
    }
}
