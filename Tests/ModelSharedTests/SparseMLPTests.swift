import MLX
import ModelShared
import ModelTestSupport
import Testing

private struct Configuration: SparseMLPConfiguration {
    var sparsities: [Double]? = [0.75, 0]

    func sparseMLP(layerIndex: Int) -> SparseMLPParameters {
        SparseMLPParameters(dimensions: 12, hiddenDimensions: 8, sparsities: sparsities)
    }
}

@Suite("A sparse feed-forward network gives the same bits as that of gemma3n")
struct SparseMLPTests {
    @Test(arguments: [0, 1], [DType.float32, .bfloat16])
    func `of tokens, in a sparse layer and in one that keeps all gates`(
        layerIndex: Int, dtype: DType
    ) throws {
        let recording = try Recording("gemma3n")
        let network = try SparseMLP(Configuration(), layerIndex: layerIndex)
        let weights = recording.tensors(under: "sparse.").map { ($0, $1.asType(dtype)) }
        try network.update(parameters: .unflattened(weights), verify: .all)
        let found = network(try recording("activated").asType(dtype))
        #expect(
            try difference(found, recording("sparse result.\(layerIndex).\(dtype)")) == nil)
    }

    @Test func `without sparsities all gates are kept`() throws {
        let network = try SparseMLP(Configuration(sparsities: nil), layerIndex: 5)
        let all = try SparseMLP(Configuration(sparsities: [0]), layerIndex: 0)
        try network.update(parameters: all.parameters(), verify: .all)
        let x = MLXArray.ones([1, 2, 12])
        #expect(difference(network(x), all(x)) == nil)
    }

    @Test func `a layer without a sparsity is refused`() {
        #expect(throws: (any Error).self) { try SparseMLP(Configuration(), layerIndex: 2) }
    }
}
