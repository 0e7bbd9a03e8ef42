import Media

/// Every picture in one size, and crops of long ones where the configuration wants them (pan and scan):
/// transformers' `Gemma3ImageProcessorPil`.
public struct Gemma3ImageProcessor: ImageProcessor {
    private let steps: ImageSteps
    private let panAndScan: PanAndScan?

    init(_ settings: Settings) throws(ProcessorError) {
        steps = try ImageSteps(
            settings,
            .init(size: .exactly(PixelSize(height: 224, width: 224)), filter: .bilinear))
        panAndScan =
            try settings.bool("do_pan_and_scan", false) ? try PanAndScan(settings) : nil
    }

    /// `pixel_values` `[pictures and crops, 3, height, width]`: each picture before its crops.
    public func features(of pictures: [Picture]) throws(ProcessorError) -> ImageFeatures {
        var shaped: [Picture] = []
        var layouts: [ImageLayout] = []
        for picture in pictures {
            let crops = try panAndScan?.crops(of: picture) ?? []
            for piece in [picture] + crops { shaped.append(try steps.shaped(piece)) }
            layouts.append(.crops(crops.count))
        }
        return ImageFeatures(
            tensors: ["pixel_values": try steps.stack(shaped)], layouts: layouts)
    }
}

/// Cuts a picture that is much longer in one direction into pieces along it.
private struct PanAndScan {
    let smallestCrop: Int
    let mostCrops: Int
    let smallestRatio: Double

    init(_ settings: Settings) throws(ProcessorError) {
        guard let smallest = try settings.count("pan_and_scan_min_crop_size"),
            let most = try settings.count("pan_and_scan_max_num_crops", limit: 256),
            let ratio = try settings.number("pan_and_scan_min_ratio_to_activate")
        else {
            throw ProcessorError(
                "do_pan_and_scan wants pan_and_scan_min_crop_size, pan_and_scan_max_num_crops and"
                    + " pan_and_scan_min_ratio_to_activate", file: settings.file)
        }
        smallestCrop = smallest
        mostCrops = most
        smallestRatio = ratio
    }

    /// The crops, from left to right or top to bottom.
    func crops(of picture: Picture) throws(ProcessorError) -> [Picture] {
        let isWide = picture.width >= picture.height
        let (long, short) =
            isWide ? (picture.width, picture.height) : (picture.height, picture.width)
        let ratio = Double(long) / Double(short)
        guard ratio >= smallestRatio else { return [] }
        let wanted = min(Int((ratio + 0.5).rounded(.down)), long / smallestCrop)
        let count = min(mostCrops, max(2, wanted))
        let length = (long + count - 1) / count
        guard min(length, short) >= smallestCrop else { return [] }
        guard (count - 1) * length < long else {
            throw ProcessorError("a picture \(long) pixels long has no \(count) crops")
        }
        return (0..<count).map { index in
            let start = index * length
            let part = min(length, long - start)
            return isWide
                ? picture.cropped(left: start, top: 0, width: part, height: short)
                : picture.cropped(left: 0, top: start, width: short, height: part)
        }
    }
}
