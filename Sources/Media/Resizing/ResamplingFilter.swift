import Foundation

/// How a pixel of a resized picture is made from those of the original: Pillow's `Image.Resampling`,
/// whose numbers checkpoints' configurations hold.
public enum ResamplingFilter: Int, CaseIterable, Sendable {
    /// The nearest pixel.
    case nearest = 0
    /// A windowed sinc over six pixels.
    case lanczos = 1
    /// A triangle over two pixels.
    case bilinear = 2
    /// Keys's cubic with a = −0.5 over four pixels.
    case bicubic = 3
    /// The mean of the pixels covered.
    case box = 4
    /// A Hamming-windowed sinc over two pixels.
    case hamming = 5
    /// Magic Kernel Sharp of 2013 over five pixels.
    case magicKernelSharp2013 = 6
    /// Magic Kernel Sharp of 2021 over nine pixels.
    case magicKernelSharp2021 = 7

    /// How far from its centre the filter reaches, in pixels of the smaller picture.
    var support: Double {
        switch self {
        case .nearest: 0
        case .box: 0.5
        case .bilinear, .hamming: 1
        case .bicubic: 2
        case .lanczos: 3
        case .magicKernelSharp2013: 2.5
        case .magicKernelSharp2021: 4.5
        }
    }

    /// The weight of a pixel whose centre is `distance` away.
    ///
    /// The order of the operations matters: the weights are rounded afterwards.
    func weight(at distance: Double) -> Double {
        let x = abs(distance)
        switch self {
        case .nearest:
            return 0
        case .box:
            return distance > -0.5 && distance <= 0.5 ? 1 : 0
        case .bilinear:
            return x < 1 ? 1 - x : 0
        case .hamming:
            if x == 0 { return 1 }
            if x >= 1 { return 0 }
            let angle = x * .pi
            return sin(angle) / angle * (0.54 + 0.46 * cos(angle))
        case .bicubic:
            let a = -0.5
            if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
            if x < 2 { return (((x - 5) * x + 8) * x - 4) * a }
            return 0
        case .magicKernelSharp2013:
            if x < 0.5 { return 17.0 / 16 - 7.0 / 4 * x * x }
            if x < 1.5 { return (1 - x) * (7.0 / 4 - x) }
            return x < 2.5 ? -1.0 / 8 * (x - 2.5) * (x - 2.5) : 0
        case .magicKernelSharp2021:
            if x < 0.5 { return 577.0 / 576 - 239.0 / 144 * x * x }
            if x < 1.5 { return 35.0 / 36 * (x - 1) * (x - 239.0 / 140) }
            if x < 2.5 { return 1.0 / 6 * (x - 2) * (65.0 / 24 - x) }
            if x < 3.5 { return 1.0 / 36 * (x - 3) * (x - 15.0 / 4) }
            return x < 4.5 ? -1.0 / 288 * (x - 4.5) * (x - 4.5) : 0
        case .lanczos:
            return distance >= -3 && distance < 3 ? sinc(distance) * sinc(distance / 3) : 0
        }
    }

    private func sinc(_ x: Double) -> Double {
        if x == 0 { return 1 }
        let angle = x * .pi
        return sin(angle) / angle
    }
}
