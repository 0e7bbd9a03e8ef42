import Media

/// Pictures of their own sizes, no longer than a limit, with zeros around the smaller: mlx-vlm's
/// `PixtralImageProcessor`.
public struct PixtralImageProcessor: ImageProcessor {
    private let limit: PixelSize
    private let patch: PixelSize
    private let isResized: Bool
    private let filter: ResamplingFilter
    private let scale: PixelScale

    /// - Parameter patch: a token's side in pixels, which the processor passes whatever the image
    ///   processor's own configuration says.
    init(_ files: ProcessorFiles, patch: Int) throws(ProcessorError) {
        let nested = try files.processor?.settings("image_processor")
        let empty = try Settings([:], file: files.folder.path)
        var settings = empty
        if let nested, !nested.members.isEmpty {
            settings = nested
        } else if let older = files.preprocessor {
            settings = older
        }
        if settings["size"] == nil { settings["size"] = files.processor?["size"] }
        switch try settings.size("size", .longestEdge(1024), isSquare: true) {
        case .longestEdge(let edge)?, .shortestEdge(_, let edge?)?:
            limit = PixelSize(height: edge, width: edge)
        case .exactly(let size)?: limit = size
        default:
            throw ProcessorError(
                "size wants a longest_edge, or height and width", file: settings.file)
        }
        self.patch = PixelSize(height: patch, width: patch)
        isResized = try settings.bool("do_resize", true)
        filter = try settings.filter(.bicubic)
        scale = try PixelScale(
            settings,
            Normalization(
                means: [0.48145466, 0.4578275, 0.40821073],
                deviations: [0.26862954, 0.26130258, 0.27577711]))
    }

    /// `pixel_values` `[pictures, 3, height, width]` and `image_sizes` `[pictures, 2]`: height and width
    /// of each without the zeros.
    public func features(of pictures: [Picture]) throws(ProcessorError) -> ImageFeatures {
        guard !pictures.isEmpty else { throw ProcessorError("there is no picture") }
        var resized: [Picture] = []
        for picture in pictures {
            resized.append(
                isResized ? try picture.resized(to: size(of: picture.size), filter) : picture)
        }
        let sizes = resized.flatMap { [Int64($0.height), Int64($0.width)] }
        return ImageFeatures(
            tensors: [
                "pixel_values": scale.padded(resized),
                "image_sizes": PlainTensor([pictures.count, 2], .int64(sizes)),
            ],
            layouts: resized.map { .size(height: $0.height, width: $0.width) })
    }

    /// Within the limit, and then up to whole patches.
    private func size(of old: PixelSize) -> PixelSize {
        let ratio = max(
            Double(old.height) / Double(limit.height), Double(old.width) / Double(limit.width))
        func side(_ length: Int, _ patch: Int) -> Int {
            let length = ratio > 1 ? Int((Double(length) / ratio).rounded(.down)) : length
            // A side that vanishes has, by Python's division, no patch.
            return length == 0 ? 0 : ((length - 1) / patch + 1) * patch
        }
        return PixelSize(
            height: side(old.height, patch.height), width: side(old.width, patch.width))
    }
}
