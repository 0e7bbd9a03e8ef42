#if canImport(CSounds)
    import CSounds
    import Foundation

    extension Sound {
        /// A sound file's samples: WAV, FLAC, Ogg, MP3, AIFF and what else libsndfile reads.
        ///
        /// Samples are rounded to 16 bits and divided by 32768, as mlx-audio's `read` gives them to
        /// mlx-vlm: whole numbers of more bits lose their lower ones, floating-point numbers are cut
        /// off after they are multiplied by 32767, and what a lossy decoder gives is rounded after
        /// it is multiplied by 32768.
        ///
        /// - Parameters:
        ///   - source: the file.
        ///   - limits: what the recording may be.
        /// - Throws: ``MediaError`` if the file is of another format, truncated, malformed, empty or too
        ///   long.
        public init(_ source: MediaSource, limits: SoundLimits = .init()) throws(MediaError) {
            if claimsMoreThanThereIs(source.bytes) {
                throw MediaError(source.name, "the file is truncated")
            }
            let result = source.bytes.withUnsafeBytes { raw in
                read(raw.assumingMemoryBound(to: UInt8.self), limits)
            }
            switch result {
            case .success(let sound): self = sound
            case .failure(let error): throw MediaError(source.name, error.cause)
            }
        }
    }

    private struct Cause: Error {
        let cause: String
        init(_ cause: String) { self.cause = cause }
    }

    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ limits: SoundLimits
    ) -> Result<Sound, Cause> {
        var format = csounds_format()
        var message = [CChar](repeating: 0, count: 200)
        guard
            let file = csounds_open(
                bytes.baseAddress!, bytes.count, &format, &message, message.count)
        else {
            let words = String(decoding: message.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
            return .failure(Cause(words.hasSuffix(".") ? String(words.dropLast()) : words))
        }
        defer { csounds_close(file) }
        guard limits.rates.contains(Int(format.rate)) else {
            return .failure(Cause("\(format.rate) samples a second are not supported"))
        }
        guard format.channels > 0, Int(format.channels) <= limits.channels else {
            return .failure(Cause("\(format.channels) channels are not supported"))
        }
        let channels = Int(format.channels)
        guard format.frames <= Int64(limits.samples / channels) else {
            return .failure(
                Cause("\(format.frames) samples of \(channels) channels are more than are allowed"))
        }
        let samples = samples(of: file, format)
        guard !samples.isEmpty else { return .failure(Cause("it has no samples")) }
        guard samples.count == Int(format.frames) * channels else {
            return .failure(Cause("the file is truncated"))
        }
        return .success(Sound(rate: Int(format.rate), channels: channels, samples: samples))
    }

    /// All samples, read in pieces: a header may claim more than there is memory for.
    private func samples(of file: OpaquePointer, _ format: csounds_format) -> [Float] {
        let piece = 1 << 14
        let channels = Int(format.channels)
        var samples: [Float] = []
        if format.kind == csounds_integers {
            var buffer = [Int16](repeating: 0, count: piece * channels)
            while samples.count < Int(format.frames) * channels {
                let count = Int(csounds_read_integers(file, &buffer, Int64(piece)))
                guard count > 0 else { break }
                samples += buffer[..<(count * channels)].lazy.map { Float($0) / 32768 }
            }
        } else {
            var buffer = [Float](repeating: 0, count: piece * channels)
            let isLossy = format.kind == csounds_lossy
            while samples.count < Int(format.frames) * channels {
                let count = Int(csounds_read_floats(file, &buffer, Int64(piece)))
                guard count > 0 else { break }
                samples += buffer[..<(count * channels)].lazy.map {
                    Float(isLossy ? rounded($0) : cutOff($0)) / 32768
                }
            }
        }
        return samples
    }

    /// Miniaudio's 16 bits of a floating-point sample.
    private func cutOff(_ sample: Float) -> Int16 {
        sample.isNaN ? 0 : Int16(min(max(sample, -1), 1) * 32767)
    }

    /// FFmpeg's 16 bits of a floating-point sample.
    private func rounded(_ sample: Float) -> Int16 {
        let scaled = (sample * 32768).rounded(.toNearestOrEven)
        return sample.isNaN ? 0 : Int16(min(max(scaled, -32768), 32767))
    }

    /// Whether a WAV file's samples should go beyond its end, which libsndfile does not mind.
    private func claimsMoreThanThereIs(_ bytes: Data) -> Bool {
        guard bytes.starts(with: Data("RIFF".utf8)) else { return false }
        var place = 12
        while place + 8 <= bytes.count {
            let start = bytes.startIndex + place
            let size = bytes[start + 4..<start + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
            let isData = bytes[start..<start + 4] == Data("data".utf8)
            // A program that writes into a pipe does not know the size.
            if isData { return size < 0x7FFF_FF00 && place + 8 + size > bytes.count }
            place += 8 + size + size % 2
        }
        return false
    }
#endif
