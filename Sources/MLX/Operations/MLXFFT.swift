internal import CMLX

/// Fourier transforms.
///
/// Source: `mlx.core.fft`.
public enum MLXFFT {
    /// The discrete Fourier transform along an axis, cut or padded to `n`.
    ///
    /// Source: `mlx.core.fft.fft`.
    public static func fft(
        _ array: MLXArray, n: Int? = nil, axis: Int = -1, stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_FFT, array, n.map { [$0] }, [axis], stream)
    }

    /// The discrete Fourier transform along two axes, cut or padded to `s`.
    ///
    /// Source: `mlx.core.fft.fft2`.
    public static func fft2(
        _ array: MLXArray, s: (some Collection<Int>)? = [Int]?.none,
        axes: (some Collection<Int>)? = [-2, -1], stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_FFT, array, s.map { Array($0) }, axes.map { Array($0) }, stream)
    }

    /// The discrete Fourier transform along axes, or all axes, cut or padded to `s`.
    ///
    /// Source: `mlx.core.fft.fftn`.
    public static func fftn(
        _ array: MLXArray, s: (some Collection<Int>)? = [Int]?.none,
        axes: (some Collection<Int>)? = [Int]?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_FFT, array, s.map { Array($0) }, axes.map { Array($0) }, stream)
    }

    /// The inverse discrete Fourier transform along an axis, cut or padded to `n`.
    ///
    /// Source: `mlx.core.fft.ifft`.
    public static func ifft(
        _ array: MLXArray, n: Int? = nil, axis: Int = -1, stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_IFFT, array, n.map { [$0] }, [axis], stream)
    }

    /// The inverse discrete Fourier transform along two axes, cut or padded to `s`.
    ///
    /// Source: `mlx.core.fft.ifft2`.
    public static func ifft2(
        _ array: MLXArray, s: (some Collection<Int>)? = [Int]?.none,
        axes: (some Collection<Int>)? = [-2, -1], stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_IFFT, array, s.map { Array($0) }, axes.map { Array($0) }, stream)
    }

    /// The inverse discrete Fourier transform along axes, or all axes, cut or padded to `s`.
    ///
    /// Source: `mlx.core.fft.ifftn`.
    public static func ifftn(
        _ array: MLXArray, s: (some Collection<Int>)? = [Int]?.none,
        axes: (some Collection<Int>)? = [Int]?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_IFFT, array, s.map { Array($0) }, axes.map { Array($0) }, stream)
    }

    /// The discrete Fourier transform of real numbers along an axis, cut or padded to `n`.
    ///
    /// Source: `mlx.core.fft.rfft`.
    public static func rfft(
        _ array: MLXArray, n: Int? = nil, axis: Int = -1, stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_RFFT, array, n.map { [$0] }, [axis], stream)
    }

    /// The discrete Fourier transform of real numbers along two axes, cut or padded to `s`.
    ///
    /// Source: `mlx.core.fft.rfft2`.
    public static func rfft2(
        _ array: MLXArray, s: (some Collection<Int>)? = [Int]?.none,
        axes: (some Collection<Int>)? = [-2, -1], stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_RFFT, array, s.map { Array($0) }, axes.map { Array($0) }, stream)
    }

    /// The discrete Fourier transform of real numbers along axes, or all axes, cut or padded to `s`.
    ///
    /// Source: `mlx.core.fft.rfftn`.
    public static func rfftn(
        _ array: MLXArray, s: (some Collection<Int>)? = [Int]?.none,
        axes: (some Collection<Int>)? = [Int]?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_RFFT, array, s.map { Array($0) }, axes.map { Array($0) }, stream)
    }

    /// The real numbers of a transform along an axis, cut or padded to `n`.
    ///
    /// Source: `mlx.core.fft.irfft`.
    public static func irfft(
        _ array: MLXArray, n: Int? = nil, axis: Int = -1, stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_IRFFT, array, n.map { [$0] }, [axis], stream)
    }

    /// The real numbers of a transform along two axes, cut or padded to `s`.
    ///
    /// Source: `mlx.core.fft.irfft2`.
    public static func irfft2(
        _ array: MLXArray, s: (some Collection<Int>)? = [Int]?.none,
        axes: (some Collection<Int>)? = [-2, -1], stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_IRFFT, array, s.map { Array($0) }, axes.map { Array($0) }, stream)
    }

    /// The real numbers of a transform along axes, or all axes, cut or padded to `s`.
    ///
    /// Source: `mlx.core.fft.irfftn`.
    public static func irfftn(
        _ array: MLXArray, s: (some Collection<Int>)? = [Int]?.none,
        axes: (some Collection<Int>)? = [Int]?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        transformed(CMLX_IRFFT, array, s.map { Array($0) }, axes.map { Array($0) }, stream)
    }

    /// The zero frequency moved to the middle of axes, or of all axes.
    ///
    /// Source: `mlx.core.fft.fftshift`.
    public static func fftshift(
        _ array: MLXArray, axes: [Int]? = nil, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(axes ?? []) { numbers in
            unary(array) { cmlx_fftshift($0, false, axes != nil, numbers, stream.code) }
        }
    }

    /// The inverse of `fftshift`.
    ///
    /// Source: `mlx.core.fft.ifftshift`.
    public static func ifftshift(
        _ array: MLXArray, axes: [Int]? = nil, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(axes ?? []) { numbers in
            unary(array) { cmlx_fftshift($0, true, axes != nil, numbers, stream.code) }
        }
    }

    private static func transformed(
        _ kind: cmlx_fft_kind, _ array: MLXArray, _ sizes: [Int]?, _ axes: [Int]?,
        _ stream: StreamOrDevice
    ) -> MLXArray {
        withInts(sizes ?? []) { lengths in
            withInts(axes ?? []) { numbers in
                unary(array) {
                    cmlx_fftn(
                        kind, $0, sizes != nil, lengths, axes != nil, numbers, stream.code)
                }
            }
        }
    }
}
