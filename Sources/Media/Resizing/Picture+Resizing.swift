extension Picture {
    /// The picture in another size, to the last bit what Pillow's `Image.resize` gives.
    ///
    /// One direction is resampled after the other, each result rounded to 8 bits: that is why their order
    /// matters.
    ///
    /// - Parameters:
    ///   - width: the new width.
    ///   - height: the new height.
    ///   - filter: how pixels are combined.
    /// - Precondition: both are positive.
    public func resized(width: Int, height: Int, _ filter: ResamplingFilter) -> Picture {
        precondition(width > 0 && height > 0, "a picture has at least one pixel")
        if width == self.width, height == self.height { return self }
        if filter == .nearest { return nearest(width: width, height: height) }
        if shrinksMostlyInHeight(to: width, height) {
            return resampledColumns(height, filter).resampledRows(width, filter)
        }
        return resampledRows(width, filter).resampledColumns(height, filter)
    }

    /// Whether columns come first: since Pillow 13, where more than twice as many rows go as columns.
    private func shrinksMostlyInHeight(to newWidth: Int, _ newHeight: Int) -> Bool {
        newHeight < height && height - newHeight > 2 * (width - newWidth)
    }

    private func resampledRows(_ newWidth: Int, _ filter: ResamplingFilter) -> Picture {
        if newWidth == width { return self }
        let weights = ResamplingWeights(from: width, to: newWidth, filter)
        return pixels.withUnsafeBufferPointer { source in
            weights.values.withUnsafeBufferPointer { values in
                Picture(width: newWidth, height: height) { target in
                    for y in 0..<height {
                        let row = source.baseAddress! + y * width * 3
                        var into = target + y * newWidth * 3
                        for x in 0..<newWidth {
                            var pixel = row + weights.starts[x] * 3
                            let weight = values.baseAddress! + x * weights.stride
                            var red = ResamplingWeights.half
                            var green = red
                            var blue = red
                            for i in 0..<weights.counts[x] {
                                red &+= Int32(pixel[0]) &* weight[i]
                                green &+= Int32(pixel[1]) &* weight[i]
                                blue &+= Int32(pixel[2]) &* weight[i]
                                pixel += 3
                            }
                            into[0] = ResamplingWeights.pixel(red)
                            into[1] = ResamplingWeights.pixel(green)
                            into[2] = ResamplingWeights.pixel(blue)
                            into += 3
                        }
                    }
                }
            }
        }
    }

    private func resampledColumns(_ newHeight: Int, _ filter: ResamplingFilter) -> Picture {
        if newHeight == height { return self }
        let weights = ResamplingWeights(from: height, to: newHeight, filter)
        let stride = width * 3
        return pixels.withUnsafeBufferPointer { source in
            Picture(width: width, height: newHeight) { target in
                // A row at a time, so that memory is read in order.
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: stride) { sums in
                    for y in 0..<newHeight {
                        sums.initialize(repeating: ResamplingWeights.half)
                        for i in 0..<weights.counts[y] {
                            let weight = weights.values[y * weights.stride + i]
                            let row = source.baseAddress! + (weights.starts[y] + i) * stride
                            for x in 0..<stride { sums[x] &+= Int32(row[x]) &* weight }
                        }
                        let into = target + y * stride
                        for x in 0..<stride { into[x] = ResamplingWeights.pixel(sums[x]) }
                    }
                }
            }
        }
    }

    private func nearest(width newWidth: Int, height newHeight: Int) -> Picture {
        let columns = Self.nearest(width, newWidth)
        let rows = Self.nearest(height, newHeight)
        return pixels.withUnsafeBufferPointer { source in
            Picture(width: newWidth, height: newHeight) { target in
                for y in 0..<newHeight {
                    for x in 0..<newWidth {
                        let from = (rows[y] * width + columns[x]) * 3
                        let to = (y * newWidth + x) * 3
                        for channel in 0..<3 { target[to + channel] = source[from + channel] }
                    }
                }
            }
        }
    }

    /// The nearest of `original` pixels for each of `result`; the place is summed up, as Pillow does,
    /// with the rounding that this brings.
    private static func nearest(_ original: Int, _ result: Int) -> [Int] {
        let step = Double(original) / Double(result)
        var place = step * 0.5
        return (0..<result).map { _ in
            defer { place += step }
            return min(Int(place), original - 1)
        }
    }
}
