extension Picture {
    /// A part of the picture; where the part reaches beyond it, black.
    ///
    /// - Parameters:
    ///   - left: the part's first column, which may be negative.
    ///   - top: the part's first row, which may be negative.
    ///   - width: the part's width.
    ///   - height: the part's height.
    public func cropped(left: Int, top: Int, width newWidth: Int, height newHeight: Int) -> Picture
    {
        let columns = max(left, 0)..<max(min(left + newWidth, width), max(left, 0))
        return pixels.withUnsafeBufferPointer { source in
            Picture(width: newWidth, height: newHeight) { target in
                target.update(repeating: 0, count: newWidth * newHeight * 3)
                guard !columns.isEmpty else { return }
                for y in max(top, 0)..<max(min(top + newHeight, height), max(top, 0)) {
                    let from = source.baseAddress! + (y * width + columns.lowerBound) * 3
                    let to = target + ((y - top) * newWidth + columns.lowerBound - left) * 3
                    to.update(from: from, count: columns.count * 3)
                }
            }
        }
    }

    /// The middle of the picture, with black around it where it is smaller, as transformers'
    /// `center_crop` gives it.
    public func centerCropped(width newWidth: Int, height newHeight: Int) -> Picture {
        cropped(
            left: Self.middle(width, newWidth), top: Self.middle(height, newHeight),
            width: newWidth, height: newHeight)
    }

    /// Where the middle `part` of `whole` begins.
    private static func middle(_ whole: Int, _ part: Int) -> Int {
        // A smaller picture is put into the middle of a larger one, the odd pixel before it.
        part > whole ? -((part - whole + 1) / 2) : (whole - part) / 2
    }

    /// The picture with black to the right and below.
    ///
    /// - Precondition: the new size is not smaller.
    public func padded(width newWidth: Int, height newHeight: Int) -> Picture {
        precondition(newWidth >= width && newHeight >= height, "padding makes a picture larger")
        return cropped(left: 0, top: 0, width: newWidth, height: newHeight)
    }
}
