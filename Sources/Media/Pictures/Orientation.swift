/// How a picture lies in its file: the values of the EXIF tag `Orientation`.
public enum Orientation: Int, CaseIterable, Sendable {
    /// As it is meant to be seen.
    case upright = 1
    /// Left and right are exchanged.
    case mirrored = 2
    /// Turned by half.
    case upsideDown = 3
    /// Top and bottom are exchanged.
    case flipped = 4
    /// Mirrored at the diagonal from the top left.
    case transposed = 5
    /// To be turned clockwise.
    case turnedLeft = 6
    /// Mirrored at the diagonal from the top right.
    case transversed = 7
    /// To be turned counterclockwise.
    case turnedRight = 8

    /// Whether width and height are exchanged.
    public var swapsSides: Bool { rawValue >= 5 }
}
