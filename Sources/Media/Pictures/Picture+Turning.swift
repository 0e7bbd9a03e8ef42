extension Picture {
    /// The picture as it is meant to be seen, as Pillow's `ImageOps.exif_transpose` turns it.
    ///
    /// - Parameter orientation: how its file says that it lies.
    public func turned(from orientation: Orientation) -> Picture {
        let (right, bottom) = (width - 1, height - 1)
        // Where the first pixel comes from, and how far the next in the row and the next row are.
        let (first, along, down): (Int, Int, Int) =
            switch orientation {
            case .upright: (0, 1, width)
            case .mirrored: (right, -1, width)
            case .upsideDown: (bottom * width + right, -1, -width)
            case .flipped: (bottom * width, 1, -width)
            case .transposed: (0, width, 1)
            case .turnedLeft: (bottom * width, -width, 1)
            case .transversed: (bottom * width + right, -width, -1)
            case .turnedRight: (right, width, -1)
            }
        guard orientation != .upright else { return self }
        let (newWidth, newHeight) =
            orientation.swapsSides ? (height, width) : (width, height)
        return pixels.withUnsafeBufferPointer { source in
            Picture(width: newWidth, height: newHeight) { target in
                for y in 0..<newHeight {
                    for x in 0..<newWidth {
                        let from = (first + y * down + x * along) * 3
                        let to = (y * newWidth + x) * 3
                        target[to] = source[from]
                        target[to + 1] = source[from + 1]
                        target[to + 2] = source[from + 2]
                    }
                }
            }
        }
    }
}
