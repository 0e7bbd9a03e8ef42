import FileFormats
import Foundation
import Media

/// Logarithms of a spectrum's energy in bands: transformers' `Gemma3nAudioFeatureExtractor`.
public struct Gemma3nAudioFeatureExtractor: AudioFeatureExtractor {
    public let rate: Int

    private let frameLength: Int
    private let hop: Int
    private let preemphasis: Double
    private let isHTK: Bool
    private let inputScale: Double
    private let floor: Double
    private let padding: Float
    private let window: [Float]
    private let transform: RealTransform
    private let filters: MelFilters
    private let means: [Double]?
    private let deviations: [Double]?

    /// The longest recording, and what lengths are multiples of.
    private static let (longest, multiple) = (480_000, 128)

    /// The extractor of a checkpoint's configuration.
    ///
    /// - Throws: ``ProcessorError`` if a value is none, or asks for noise (`dither`).
    public init(_ files: ProcessorFiles) throws(ProcessorError) {
        let settings = try files.soundSettings()
        rate = try settings.count("sampling_rate", limit: 768_000) ?? 16_000
        let bands = try settings.count("feature_size", limit: 4096) ?? 128
        frameLength = try Self.samples("frame_length_ms", 32, atLeast: 4, rate, settings)
        hop = try Self.samples("hop_length_ms", 10, atLeast: 1, rate, settings)
        preemphasis = try settings.number("preemphasis") ?? 0.97
        isHTK = try settings.bool("preemphasis_htk_flavor", true)
        inputScale = try settings.number("input_scale_factor") ?? 1
        floor = try settings.number("mel_floor") ?? 1e-5
        padding = Float(try settings.number("padding_value") ?? 0)
        guard try settings.number("dither") ?? 0 <= 0 else {
            throw ProcessorError(
                "dither adds noise to recordings, which is not supported", file: settings.file)
        }
        var length = 4
        while length < frameLength { length *= 2 }
        if try settings.bool("fft_overdrive", true) { length *= 2 }
        transform = RealTransform(count: length)
        window = Self.hann(frameLength)
        let low = try settings.number("min_frequency") ?? 125
        let high = try settings.number("max_frequency") ?? 7600
        guard low >= 0, low < high else {
            throw ProcessorError(
                "min_frequency and max_frequency are no range", file: settings.file)
        }
        filters = MelFilters(
            count: bands, frequencies: length / 2 + 1, spacing: Double(rate) / Double(length),
            range: low...high)
        means = try Self.bins("per_bin_mean", bands, settings)
        deviations = try Self.bins("per_bin_stddev", bands, settings)
    }

    private static func samples(
        _ key: String, _ standard: Double, atLeast least: Int, _ rate: Int, _ settings: Settings
    ) throws(ProcessorError) -> Int {
        let time = try settings.number(key) ?? standard
        let count = (Double(rate) * time / 1000).rounded(.toNearestOrEven)
        guard (least...65_536).contains(Int(exactly: count) ?? 0) else {
            throw settings.wrong(
                key, settings[key] ?? .double(time), "\(least) to 65,536 samples' time")
        }
        return Int(count)
    }

    private static func bins(
        _ key: String, _ count: Int, _ settings: Settings
    ) throws(ProcessorError) -> [Double]? {
        guard let value = settings[key] else { return nil }
        let numbers = value.array?.compactMap(\.double) ?? []
        guard numbers.count == count else {
            throw settings.wrong(key, value, "\(count) numbers")
        }
        return numbers
    }

    /// The window in `float32`, operation by operation.
    private static func hann(_ length: Int) -> [Float] {
        (0..<length).map {
            0.5 * (1 - numpyCosine(Float(2 * Double.pi) * Float($0) / Float(length)))
        }
    }

    /// `input_features` `[recordings, frames, bands]` and `input_features_mask` `[recordings, frames]`,
    /// true where a frame begins in the recording and not in what lengthens it.
    ///
    /// Recordings beyond thirty seconds at 16 kHz are cut off, as in Python.
    public func features(of sounds: [Sound]) throws(ProcessorError) -> OrderedTensors {
        let recordings = sounds.map { $0.samples.prefix(Self.longest) }
        guard let longest = recordings.map(\.count).max() else {
            throw ProcessorError("there is no recording")
        }
        let length = (longest + Self.multiple - 1) / Self.multiple * Self.multiple
        let frames = length > frameLength ? (length - frameLength - 1) / hop + 1 : 0
        let size = frames * filters.count
        let values = PlainTensor.float32([recordings.count, frames, filters.count]) { target in
            for (index, recording) in recordings.enumerated() {
                let samples =
                    Array(recording)
                    + [Float](repeating: padding, count: length - recording.count)
                write(samples, frames: frames, to: target + index * size)
            }
        }
        let mask = recordings.flatMap { recording in
            (0..<frames).map { $0 * hop < recording.count }
        }
        return [
            "input_features": values,
            "input_features_mask": PlainTensor([recordings.count, frames], .bool(mask)),
        ]
    }

    private func write(_ samples: [Float], frames: Int, to target: UnsafeMutablePointer<Float>) {
        let scaled = inputScale == 1 ? samples : samples.map { $0 * Float(inputScale) }
        var values = [Double](repeating: 0, count: transform.count)
        var scratch = values
        var spectrum = [Float](repeating: 0, count: transform.count / 2 + 1)
        for frame in 0..<frames {
            let start = frame * hop
            for i in 0..<frameLength {
                values[i] = Double(emphasized(scaled, start, i) * window[i])
            }
            for i in frameLength..<transform.count { values[i] = 0 }
            values.withUnsafeMutableBufferPointer { values in
                scratch.withUnsafeMutableBufferPointer { scratch in
                    transform.forward(values.baseAddress!, scratch: scratch.baseAddress!)
                }
            }
            let last = spectrum.count - 1
            spectrum[0] = abs(Float(values[0]))
            spectrum[last] = abs(Float(values[transform.count - 1]))
            for i in 1..<last {
                spectrum[i] = numpyMagnitude(Float(values[2 * i - 1]), Float(values[2 * i]))
            }
            for band in 0..<filters.count {
                var value = log(max(filters.sum(band, spectrum), floor))
                if let means { value -= means[band] }
                if let deviations { value /= deviations[band] }
                target[frame * filters.count + band] = Float(value)
            }
        }
    }

    /// A sample without most of the one before it.
    private func emphasized(_ samples: [Float], _ start: Int, _ i: Int) -> Float {
        guard preemphasis > 0 else { return samples[start + i] }
        guard isHTK else {
            return samples[start + i + 1] - Float(preemphasis) * samples[start + i]
        }
        return i == 0
            ? samples[start] * Float(1 - preemphasis)
            : samples[start + i] - Float(preemphasis) * samples[start + i - 1]
    }
}
