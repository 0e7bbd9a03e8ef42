/// A picture: red, green and blue of 8 bits a pixel, row by row.
public struct Picture: Equatable, Sendable {
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// `[height, width, 3]`.
    public let pixels: [UInt8]

    /// A picture of given pixels, `[height, width, 3]`.
    ///
    /// - Precondition: there are as many bytes as the size says.
    public init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(width > 0 && height > 0 && pixels.count == width * height * 3)
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// A picture whose pixels `fill` writes, all of them.
    init(
        width: Int, height: Int,
        fill: (UnsafeMutablePointer<UInt8>) -> Void
    ) {
        let count = width * height * 3
        self.init(
            width: width, height: height,
            pixels: [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                fill(buffer.baseAddress!)
                initialized = count
            })
    }
}
