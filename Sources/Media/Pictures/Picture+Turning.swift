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
                // In blocks, so that rows of both pictures stay in the processor's cache.
                let block = 32
                for top in stride(from: 0, to: newHeight, by: block) {
                    for left in stride(from: 0, to: newWidth, by: block) {
                        for y in top..<min(top + block, newHeight) {
                            var from = source.baseAddress! + (first + y * down + left * along) * 3
                            var to = target + (y * newWidth + left) * 3
                            for _ in left..<min(left + block, newWidth) {
                                (to[0], to[1], to[2]) = (from[0], from[1], from[2])
                                from += 3 * along
                                to += 3
                            }
                        }
                    }
                }
            }
        }
    }
}
