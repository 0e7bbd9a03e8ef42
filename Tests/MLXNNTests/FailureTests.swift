import MLX
import MLXNN
import Testing

@Suite("Bad input is an error of the scope, not a crash")
struct FailureTests {
    /// Something that Python refuses, too.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable () -> Void
        init(_ description: String, _ make: @escaping @Sendable () -> Void) {
            testDescription = description
            self.make = make
        }
    }

    static let mistakes = [
        Mistake("a matrix of the wrong size") { _ = Linear(2, 3)(MLXArray.zeros([1, 5])) },
        Mistake("channels that the groups do not divide") {
            _ = Conv1d(inputChannels: 5, outputChannels: 4, kernelSize: 3, groups: 2)
        },
        Mistake("a dropout of everything") { _ = Dropout(p: 1) },
        Mistake("too few axes for a channel dropout") { _ = Dropout2d()(MLXArray.zeros([2])) },
        Mistake("an eps of zero") { _ = RMSNorm(dimensions: 4, eps: 0) },
        Mistake("features that the groups do not divide") {
            _ = GroupNorm(groupCount: 3, dimensions: 4)
        },
        Mistake("an instance norm of a matrix") {
            _ = InstanceNorm(dimensions: 4)(MLXArray.zeros([2, 4]))
        },
        Mistake("a batch norm of one value in training") {
            _ = BatchNorm(featureCount: 4)(MLXArray.zeros([1, 4]))
        },
        Mistake("an odd sinusoidal encoding") { _ = SinusoidalPositionalEncoding(dimensions: 3) },
        Mistake("a pool of the wrong rank") {
            _ = MaxPool2d(kernelSize: 2)(MLXArray.zeros([2, 4]))
        },
        Mistake("a pool without a stride") { _ = AvgPool1d(kernelSize: 2, stride: 0) },
        Mistake("heads that do not divide the dimensions") {
            _ = MultiHeadAttention(dimensions: 7, numHeads: 2)
        },
        Mistake("an upsampling with too few scales") {
            _ = Upsample(scaleFactor: [2.0])(MLXArray.zeros([1, 2, 2, 1]))
        },
        Mistake("an antialiased nearest neighbour") {
            _ = Upsample(scaleFactor: 2.0, antialias: true)
        },
        Mistake("quantisation in groups that do not fit") { _ = QuantizedLinear(65, 3) },
        Mistake("replacing a plain property") {
            final class Plain: Module {
                let layer = Linear(64, 64)
            }
            quantize(model: Plain())
        },
    ]

    @Test(arguments: mistakes)
    func isReported(mistake: Mistake) {
        #expect(throws: (any Error).self) { try withError { mistake.make() } }
    }
}
