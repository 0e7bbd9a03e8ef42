#if canImport(AVFoundation) && !canImport(CSounds)
    import AVFoundation
    import Foundation

    extension Sound {
        /// A sound file's samples, as AVFoundation reads them.
        ///
        /// Rounded to 16 bits as on Linux; decoders of lossy formats differ in the last of them.
        ///
        /// - Parameters:
        ///   - source: the file.
        ///   - limits: what the recording may be.
        /// - Throws: ``MediaError`` if the file is of another format, malformed, empty or too long.
        public init(_ source: MediaSource, limits: SoundLimits = .init()) throws(MediaError) {
            // AVFoundation reads files, and recognises formats that have no ending.
            let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: url) }
            guard (try? source.bytes.write(to: url)) != nil,
                let file = try? AVAudioFile(forReading: url)
            else { throw MediaError(source.name, "it is no sound file that can be read") }
            let format = file.processingFormat
            let (rate, channels) = (Int(format.sampleRate), Int(format.channelCount))
            guard limits.rates.contains(rate) else {
                throw MediaError(source.name, "\(rate) samples a second are not supported")
            }
            guard channels > 0, channels <= limits.channels else {
                throw MediaError(source.name, "\(channels) channels are not supported")
            }
            guard file.length <= limits.samples / channels else {
                throw MediaError(
                    source.name,
                    "\(file.length) samples of \(channels) channels are more than are allowed")
            }
            guard file.length > 0 else { throw MediaError(source.name, "it has no samples") }
            let frames = AVAudioFrameCount(file.length)
            guard let buffer = AVAudioPCMBuffer(pcmFormat: format, frameCapacity: frames),
                (try? file.read(into: buffer)) != nil, buffer.frameLength == frames,
                let data = buffer.floatChannelData
            else { throw MediaError(source.name, "the file is truncated") }
            var samples: [Float] = []
            samples.reserveCapacity(Int(frames) * channels)
            for frame in 0..<Int(frames) {
                for channel in 0..<channels {
                    let sample = (data[channel][frame] * 32768).rounded(.toNearestOrEven)
                    samples.append(sample.isNaN ? 0 : min(max(sample, -32768), 32767) / 32768)
                }
            }
            self.init(rate: rate, channels: channels, samples: samples)
        }
    }
#endif
