import Foundation
import Media

/// Pictures in patches, of sizes near their own: mlx-vlm's `Qwen3VLImageProcessor`, which `qwen2_vl` and
/// `qwen2_5_vl` have.
public struct Qwen2VLImageProcessor: ImageProcessor {
    /// A patch's side, in pixels.
    let patch: Int
    /// A patch's length, in pictures of a video; a picture is repeated.
    let times: Int
    /// How many patches in a row, and how many rows, become one token.
    let merged: Int

    private let fewestPixels: Int
    private let mostPixels: Int
    private let scale: PixelScale

    init(_ files: ProcessorFiles) throws(ProcessorError) {
        let empty = try Settings([:], file: files.folder.path)
        let settings = (files.preprocessor ?? empty)
            .merging(try files.processor?.settings("image_processor"))
        patch = try settings.count("patch_size", limit: 1024) ?? 14
        times = try settings.count("temporal_patch_size", limit: 1024) ?? 2
        merged = try settings.count("merge_size", limit: 1024) ?? 2
        let size = try settings.settings("size")
        let limit = PictureLimits().pixels
        let fewest = try size?.count("shortest_edge", limit: limit) ?? 56 * 56
        let most = try size?.count("longest_edge", limit: limit) ?? 14 * 14 * 4 * 1280
        fewestPixels = try settings.count("min_pixels", limit: limit) ?? fewest
        mostPixels = try settings.count("max_pixels", limit: limit) ?? most
        scale = try PixelScale(
            settings,
            Normalization(means: [0.5, 0.5, 0.5], deviations: [0.5, 0.5, 0.5]))
    }

    /// `pixel_values` `[patches of all pictures, 3 × times × side × side]`, patches that become one token
    /// side by side, and `image_grid_thw` `[pictures, 3]`: times, rows and columns of patches.
    public func features(of pictures: [Picture]) throws(ProcessorError) -> ImageFeatures {
        guard !pictures.isEmpty else { throw ProcessorError("there is no picture") }
        var resized: [Picture] = []
        for picture in pictures {
            resized.append(try picture.resized(to: try size(of: picture.size), .bicubic))
        }
        let length = 3 * times * patch * patch
        let patches = resized.map { $0.height / patch * ($0.width / patch) }
        let values = PlainTensor.float32([patches.reduce(0, +), length]) { target in
            var place = target
            for (picture, count) in zip(resized, patches) {
                write(picture, to: place)
                place += count * length
            }
        }
        let grid = resized.flatMap { [1, $0.height / patch, $0.width / patch] }
        return ImageFeatures(
            tensors: [
                "pixel_values": values,
                "image_grid_thw": PlainTensor([pictures.count, 3], .int64(grid.map(Int64.init))),
            ],
            layouts: resized.map {
                .patches(times: 1, rows: $0.height / patch, columns: $0.width / patch)
            })
    }

    /// The nearest size whose sides are whole tokens, with as many pixels as allowed.
    private func size(of old: PixelSize) throws(ProcessorError) -> PixelSize {
        let (height, width) = (Double(old.height), Double(old.width))
        guard max(height, width) / min(height, width) <= 200 else {
            throw ProcessorError(
                "a picture of \(old.width) × \(old.height) pixels is more than 200 times as long"
                    + " as wide")
        }
        let factor = Double(patch * merged)
        func tokens(_ count: Double) -> Int { Int(count) * patch * merged }
        let rounded = PixelSize(
            height: tokens((height / factor).rounded(.toNearestOrEven)),
            width: tokens((width / factor).rounded(.toNearestOrEven)))
        let pixels = height * width
        if rounded.height * rounded.width > mostPixels {
            let shrink = (pixels / Double(mostPixels)).squareRoot()
            return PixelSize(
                height: max(patch * merged, tokens((height / shrink / factor).rounded(.down))),
                width: max(patch * merged, tokens((width / shrink / factor).rounded(.down))))
        }
        if rounded.height * rounded.width < fewestPixels {
            let grow = (Double(fewestPixels) / pixels).squareRoot()
            return PixelSize(
                height: tokens((height * grow / factor).rounded(.up)),
                width: tokens((width * grow / factor).rounded(.up)))
        }
        return rounded
    }

    /// Writes a picture's patches: `[rows / m, columns / m, m, m, channel, time, y, x]`.
    private func write(_ picture: Picture, to target: UnsafeMutablePointer<Float>) {
        let (height, width) = (picture.height, picture.width)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * height * width) { planes in
            scale.write(picture, to: planes.baseAddress!)
            var into = target
            for top in stride(from: 0, to: height, by: patch * merged) {
                for left in stride(from: 0, to: width, by: patch * merged) {
                    for within in 0..<merged * merged {
                        let y = top + within / merged * patch
                        let x = left + within % merged * patch
                        for channel in 0..<3 {
                            let plane = planes.baseAddress! + channel * height * width
                            for _ in 0..<times {
                                for row in y..<y + patch {
                                    into.update(from: plane + row * width + x, count: patch)
                                    into += patch
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
