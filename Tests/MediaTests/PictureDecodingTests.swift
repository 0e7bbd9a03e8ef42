import FileTestSupport
import Foundation
import MediaTestSupport
import Testing

@testable import Media

@Suite("Pictures, read")
struct PictureDecodingTests {
    private struct Expected: Decodable {
        let name: String
        let width: Int
        let height: Int
        let hash: String
    }

    @Test("are what Pillow reads, in all formats, modes, sizes and turns")
    func pillow() throws {
        let folder = try TemporaryFolder()
        let expected: [Expected] = try PythonScript("decode").run(in: folder)
        #expect(expected.count > 300)
        var different: [String] = []
        for file in expected {
            let url = folder.url.appending(path: file.name)
            let picture = try Picture(MediaSource(contentsOf: url))
            let isSame =
                picture.width == file.width && picture.height == file.height
                && digest(picture.pixels) == file.hash
            if !isSame { different.append(file.name) }
        }
        #expect(different.isEmpty)
    }
}
