import FileFormats
import Media

/// Pictures in tiles of one size and once more in one piece: transformers' `Idefics3ImageProcessorPil`
/// and `SmolVLMImageProcessorPil`, which are the same.
public struct Idefics3ImageProcessor: ImageProcessor {
    /// No side becomes longer than this.
    private static let longestSide = 4096
    /// A picture has no more tiles: of the usual size it has at most 144.
    private static let mostTiles = 4096

    private let steps: ImageSteps
    private let tile: Int
    private let isSplit: Bool
    private let isPadded: Bool

    init(_ settings: Settings) throws(ProcessorError) {
        steps = try ImageSteps(settings, .init(size: .longestEdge(4 * 364), filter: .lanczos))
        guard
            case .longestEdge(let edge)? = try settings.size(
                "max_image_size", .longestEdge(364), isSquare: true)
        else {
            throw ProcessorError("max_image_size wants a longest_edge", file: settings.file)
        }
        tile = edge
        isSplit = try settings.bool("do_image_splitting", true)
        isPadded = try settings.bool("do_pad", true)
    }

    /// `pixel_values` `[1, tiles, 3, height, width]` and, where pictures are padded to one size,
    /// `pixel_attention_mask` `[1, tiles, height, width]`, 1 where a pixel is the picture's.
    public func features(of pictures: [Picture]) throws(ProcessorError) -> ImageFeatures {
        guard !pictures.isEmpty else { throw ProcessorError("there is no picture") }
        var frames: [Picture] = []
        var layouts: [ImageLayout] = []
        for picture in pictures {
            let resized = try resized(picture)
            let (pieces, layout) = try isSplit ? split(resized) : ([square(resized)], noTiles)
            frames += pieces
            layouts.append(layout)
        }
        return ImageFeatures(
            tensors: isPadded
                ? padded(frames) : ["pixel_values": try batch(steps.stack(frames))],
            layouts: layouts)
    }

    private let noTiles = ImageLayout.tiles(rows: 0, columns: 0)

    // MARK: Sizes

    private func resized(_ picture: Picture) throws(ProcessorError) -> Picture {
        switch steps.size {
        case nil: return picture
        case .exactly(let size)?: return try picture.resized(to: size, steps.filter)
        case .longestEdge(let edge)?, .shortestEdge(_, let edge?)?:
            let size = Self.limited(Self.scaled(picture.size, longest: edge))
            return try picture.resized(to: size, steps.filter)
        default: throw ProcessorError("size wants a longest_edge, or height and width")
        }
    }

    // _resize_output_size_rescale_to_max_len: the longer side as wanted, the other even.
    private static func scaled(_ old: PixelSize, longest edge: Int) -> PixelSize {
        let ratio = Double(old.width) / Double(old.height)
        func even(_ length: Double) -> Int {
            let length = Int(length)
            return max(length + length % 2, 1)
        }
        return old.width >= old.height
            ? PixelSize(height: even(Double(edge) / ratio), width: edge)
            : PixelSize(height: edge, width: even(Double(edge) * ratio))
    }

    // _resize_output_size_scale_below_upper_bound.
    private static func limited(_ old: PixelSize) -> PixelSize {
        let ratio = Double(old.width) / Double(old.height)
        var size = old
        if old.width >= old.height, old.width > longestSide {
            size = PixelSize(height: Int(Double(longestSide) / ratio), width: longestSide)
        } else if old.height > old.width, old.height > longestSide {
            size = PixelSize(height: longestSide, width: Int(Double(longestSide) * ratio))
        }
        return PixelSize(height: max(size.height, 1), width: max(size.width, 1))
    }

    // resize_for_vision_encoder: both sides multiples of a tile's.
    private func wholeTiles(_ old: PixelSize) -> PixelSize {
        func whole(_ length: Int) -> Int { (length + tile - 1) / tile * tile }
        let ratio = Double(old.width) / Double(old.height)
        if old.width >= old.height {
            let width = whole(old.width)
            return PixelSize(height: whole(Int(Double(width) / ratio)), width: width)
        }
        let height = whole(old.height)
        return PixelSize(height: height, width: whole(Int(Double(height) * ratio)))
    }

    // MARK: Tiles

    private func square(_ picture: Picture) throws(ProcessorError) -> Picture {
        try picture.resized(to: PixelSize(height: tile, width: tile), steps.filter)
    }

    private func split(_ picture: Picture) throws(ProcessorError) -> ([Picture], ImageLayout) {
        let whole = try picture.resized(to: wholeTiles(picture.size), steps.filter)
        guard whole.height > tile || whole.width > tile else { return ([whole], noTiles) }
        let (rows, columns) = (whole.height / tile, whole.width / tile)
        guard rows * columns <= Self.mostTiles else {
            throw ProcessorError("a picture would have \(rows * columns) tiles: too many")
        }
        var pieces: [Picture] = []
        for row in 0..<rows {
            for column in 0..<columns {
                pieces.append(
                    whole.cropped(
                        left: column * tile, top: row * tile, width: tile, height: tile))
            }
        }
        pieces.append(try square(whole))
        return (pieces, .tiles(rows: rows, columns: columns))
    }

    // MARK: Values

    private func batch(_ tensor: PlainTensor) -> PlainTensor {
        PlainTensor([1] + tensor.shape, tensor.values)
    }

    private func padded(_ frames: [Picture]) -> OrderedTensors {
        let height = frames.map(\.height).max() ?? 0
        let width = frames.map(\.width).max() ?? 0
        let plane = height * width
        var mask = [Int64](repeating: 0, count: frames.count * plane)
        for (index, frame) in frames.enumerated() {
            for y in 0..<frame.height {
                let start = index * plane + y * width
                for x in start..<start + frame.width { mask[x] = 1 }
            }
        }
        return [
            "pixel_values": batch(steps.scale.padded(frames)),
            "pixel_attention_mask": PlainTensor([1, frames.count, height, width], .int64(mask)),
        ]
    }
}
