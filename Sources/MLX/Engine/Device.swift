internal import CMLX

/// The kind of a device.
public enum DeviceType: String, Hashable, Sendable {
    case cpu
    case gpu

    var code: cmlx_device_type { self == .cpu ? CMLX_CPU : CMLX_GPU }
}

/// What runs operations.
///
/// Source: `mlx.core.Device`.
public final class Device: Sendable, Equatable {
    let type: DeviceType

    /// A device of a kind. The engine has one of each.
    public init(_ deviceType: DeviceType, index: Int32 = 0) {
        type = deviceType
    }

    /// The CPU.
    public static let cpu = Device(.cpu)

    /// The GPU.
    public static let gpu = Device(.gpu)

    /// The kind.
    public var deviceType: DeviceType? { type }

    /// The device that operations run on unless they say otherwise: that of the innermost scope, or
    /// the engine's.
    public static func defaultDevice() -> Device {
        DefaultStream.name >> 8 & 0xff == 0 ? .cpu : .gpu
    }

    /// Runs `body` with another default device in its task.
    public static func withDefaultDevice<R>(_ device: Device, _ body: () throws -> R) rethrows -> R
    {
        try DefaultStream.with(cmlx_stream_of_device(device.type.code), body)
    }

    /// Runs `body` with another default device in its task.
    public static func withDefaultDevice<R>(
        _ device: Device, isolation: isolated (any Actor)? = #isolation,
        _ body: () async throws -> R
    ) async rethrows -> R {
        try await DefaultStream.with(
            cmlx_stream_of_device(device.type.code), isolation: isolation, body)
    }

    /// Sets the engine's default device for the whole process; nil changes nothing.
    public static func setDefault(device: Device?) {
        guard let device else { return }
        if let error = cmlx_set_default_device(device.type.code) { consume(error) }
    }

    /// Whether both are the same device.
    public static func == (a: Device, b: Device) -> Bool { a.type == b.type }
}

extension Device: CustomStringConvertible {
    /// The kind's name.
    public var description: String { type.rawValue }
}

/// Runs `fn` with another default device in its task.
public func using<R>(device: Device, fn: () throws -> R) rethrows -> R {
    try Device.withDefaultDevice(device, fn)
}
