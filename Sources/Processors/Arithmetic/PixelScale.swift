import Media

/// From a pixel's 256 values to those that a model takes: rescaled and normalised, or one of the two.
///
/// Every step is elementwise, so that a table holds all there is to compute.
struct PixelScale: Sendable {
    /// What NumPy multiplies by the factor in.
    enum Arithmetic: Sendable {
        /// `float64`, then rounded: transformers' `rescale`.
        case double
        /// `float32`: a `float32` array times a Python number.
        case single
    }

    /// `[3, 256]`.
    private let table: [Float]

    /// The steps; nil leaves one out.
    ///
    /// - Parameters:
    ///   - factor: what values are multiplied by.
    ///   - normalization: what is then subtracted, and what the difference is divided by, in `float32`.
    ///   - arithmetic: what the factor is applied in.
    init(
        factor: Double?, normalization: Normalization?, _ arithmetic: Arithmetic
    ) {
        table = (0..<3).flatMap { channel in
            (0..<256).map { value in
                var result = Float(value)
                if let factor {
                    switch arithmetic {
                    case .double: result = Float(Double(value) * factor)
                    case .single: result *= Float(factor)
                    }
                }
                guard let normalization else { return result }
                return (result - Float(normalization.means[channel]))
                    / Float(normalization.deviations[channel])
            }
        }
    }

    /// The steps of a configuration, in `float32`.
    ///
    /// - Throws: ``ProcessorError`` if a value is none.
    init(_ settings: Settings, _ standard: Normalization) throws(ProcessorError) {
        let normalization = Normalization(
            means: try settings.channels("image_mean", standard.means),
            deviations: try settings.channels("image_std", standard.deviations))
        self.init(
            factor: try settings.bool("do_rescale", true)
                ? try settings.number("rescale_factor") ?? 1 / 255 : nil,
            normalization: try settings.bool("do_normalize", true) ? normalization : nil, .single)
    }

    /// The values of pictures, `[pictures, 3, height, width]` of the largest, with zeros beside and below the
    /// smaller ones.
    func padded(_ pictures: [Picture]) -> PlainTensor {
        let height = pictures.map(\.height).max() ?? 0
        let width = pictures.map(\.width).max() ?? 0
        let plane = height * width
        return .float32([pictures.count, 3, height, width]) { target in
            for (index, picture) in pictures.enumerated() {
                write(picture, to: target + index * 3 * plane, rowStride: width, planeStride: plane)
            }
        }
    }

    /// Writes a picture channel by channel, `[3, height, width]`.
    ///
    /// - Parameters:
    ///   - picture: the pixels.
    ///   - target: the first value of the first channel.
    ///   - rowStride: values between the starts of two rows; nil: rows without a gap.
    ///   - planeStride: values between the starts of two channels; nil: channels without a gap.
    func write(
        _ picture: Picture, to target: UnsafeMutablePointer<Float>, rowStride: Int? = nil,
        planeStride: Int? = nil
    ) {
        let rowStride = rowStride ?? picture.width
        let planeStride = planeStride ?? picture.height * rowStride
        picture.pixels.withUnsafeBufferPointer { pixels in
            table.withUnsafeBufferPointer { table in
                for channel in 0..<3 {
                    let values = table.baseAddress! + channel * 256
                    for y in 0..<picture.height {
                        let row = pixels.baseAddress! + y * picture.width * 3 + channel
                        let into = target + channel * planeStride + y * rowStride
                        for x in 0..<picture.width { into[x] = values[Int(row[3 * x])] }
                    }
                }
            }
        }
    }
}

/// What values are shifted and scaled by, a channel each.
struct Normalization: Equatable, Sendable {
    /// What is subtracted.
    var means: [Double]
    /// What the difference is divided by.
    var deviations: [Double]
}
