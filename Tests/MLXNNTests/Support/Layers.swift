import MLX
import MLXNN

/// Layers by the names of Python's in `make_fixtures.py`.
enum Layers {
    static let linear: [LayerCase] =
        LayerCase.forEachType { type in
            [
                LayerCase("linear_\(type)") { Linear(8, 6, bias: false) },
                LayerCase("linear_bias_\(type)") { Linear(8, 6) },
            ]
        } + [
            LayerCase("bilinear", layer: { Bilinear(4, 6, 5) }, call: { [$0($1[0], $1[1])] }),
            LayerCase(
                "bilinear_no_bias", layer: { Bilinear(4, 6, 5, bias: false) },
                call: {
                    [$0($1[0], $1[1])]
                }),
            LayerCase("identity") { Identity() },
            LayerCase("embedding") { Embedding(embeddingCount: 10, dimensions: 4) },
            LayerCase(
                "embedding_as_linear", layer: { Embedding(embeddingCount: 10, dimensions: 4) },
                call: { [$0.asLinear($1[0])] }),
            LayerCase("sequential") { Sequential(layers: Linear(8, 4), ReLU(), Linear(4, 2)) },
        ]

    static let normalization: [LayerCase] =
        LayerCase.forEachType { type in
            [
                LayerCase("rms_norm_\(type)") { RMSNorm(dimensions: 16) },
                LayerCase("rms_norm_eps_\(type)") { RMSNorm(dimensions: 16, eps: 0.01) },
                LayerCase("layer_norm_\(type)") { LayerNorm(dimensions: 16) },
                LayerCase("layer_norm_no_bias_\(type)") { LayerNorm(dimensions: 16, bias: false) },
                LayerCase("layer_norm_plain_\(type)") { LayerNorm(dimensions: 16, affine: false) },
                LayerCase("instance_norm_\(type)") { InstanceNorm(dimensions: 16) },
                LayerCase("instance_norm_affine_\(type)") {
                    InstanceNorm(dimensions: 16, affine: true)
                },
                LayerCase("group_norm_\(type)") { GroupNorm(groupCount: 4, dimensions: 16) },
                LayerCase("group_norm_pytorch_\(type)") {
                    GroupNorm(groupCount: 4, dimensions: 16, pytorchCompatible: true)
                },
            ]
        } + [
            LayerCase("instance_norm_2d") { InstanceNorm(dimensions: 8, affine: true) },
            LayerCase("group_norm_plain") {
                GroupNorm(groupCount: 2, dimensions: 8, affine: false)
            },
            LayerCase("batch_norm") { BatchNorm(featureCount: 8, momentum: 0.3) },
            LayerCase(
                "batch_norm_train", layer: { BatchNorm(featureCount: 8, momentum: 0.3) },
                call: { norm, inputs in
                    norm.train()
                    let output = norm(inputs[0])
                    let parameters = norm.parameters()
                    return [output]
                        + ["running_mean", "running_var"].compactMap { parameters[unwrapping: $0] }
                }),
        ]

    static let positions: [LayerCase] =
        LayerCase.forEachType { type in
            [
                LayerCase("rope_\(type)") { RoPE(dimensions: 16) },
                LayerCase(
                    "rope_offset_\(type)", layer: { RoPE(dimensions: 16, base: 500_000) },
                    call: { [$0($1[0], offset: 7)] }),
                LayerCase(
                    "alibi_\(type)", layer: { ALiBi() },
                    call: {
                        [$0(attentionScores: $1[0])]
                    }),
            ]
        } + [
            LayerCase(
                "rope_traditional",
                layer: { RoPE(dimensions: 8, traditional: true, scale: 0.25) },
                call: { [$0($1[0], offset: 3)] }),
            LayerCase("sinusoidal") { SinusoidalPositionalEncoding(dimensions: 8) },
            LayerCase("sinusoidal_options") {
                SinusoidalPositionalEncoding(
                    dimensions: 8, minFrequency: 0.01, maxFrequency: 2, scale: 1,
                    cosineFirst: true, fullTurns: true)
            },
            LayerCase("sinusoidal_2") { SinusoidalPositionalEncoding(dimensions: 2) },
            LayerCase(
                "alibi_6", layer: { ALiBi() }, call: { [$0(attentionScores: $1[0], offset: 4)] }),
            LayerCase(
                "alibi_mask", layer: { ALiBi() },
                call: {
                    [$0(attentionScores: $1[0], mask: $1[1])]
                }),
        ]

    static let convolution = [
        LayerCase("conv1d") { Conv1d(inputChannels: 4, outputChannels: 6, kernelSize: 3) },
        LayerCase("conv1d_options") {
            Conv1d(
                inputChannels: 4, outputChannels: 6, kernelSize: 3, stride: 2, padding: 1,
                dilation: 2, groups: 2, bias: false)
        },
        LayerCase("conv1d_bf16") { Conv1d(inputChannels: 4, outputChannels: 6, kernelSize: 3) },
        LayerCase("conv2d") { Conv2d(inputChannels: 4, outputChannels: 6, kernelSize: 3) },
        LayerCase("conv2d_options") {
            Conv2d(
                inputChannels: 4, outputChannels: 6, kernelSize: [3, 2], stride: [2, 1],
                padding: [1, 2], dilation: [1, 2], groups: 2)
        },
        LayerCase("conv3d") { Conv3d(inputChannels: 3, outputChannels: 4, kernelSize: 2) },
        LayerCase("conv3d_options") {
            Conv3d(
                inputChannels: 3, outputChannels: 4, kernelSize: [2, 3, 2], stride: [1, 2, 2],
                padding: 1)
        },
        LayerCase("conv_transpose1d") {
            ConvTransposed1d(inputChannels: 4, outputChannels: 6, kernelSize: 3)
        },
        LayerCase("conv_transpose1d_options") {
            ConvTransposed1d(
                inputChannels: 4, outputChannels: 6, kernelSize: 3, stride: 2, padding: 1,
                outputPadding: 1, bias: false)
        },
        LayerCase("conv_transpose2d") {
            ConvTransposed2d(inputChannels: 4, outputChannels: 6, kernelSize: 3)
        },
        LayerCase("conv_transpose2d_options") {
            ConvTransposed2d(
                inputChannels: 4, outputChannels: 6, kernelSize: [3, 2], stride: [2, 1],
                padding: [1, 0], outputPadding: [1, 0])
        },
        LayerCase("conv_transpose3d") {
            ConvTransposed3d(inputChannels: 3, outputChannels: 4, kernelSize: 2, stride: 2)
        },
    ]

    static let pooling = [
        LayerCase("max_pool1d") { MaxPool1d(kernelSize: 2) },
        LayerCase("max_pool1d_options") { MaxPool1d(kernelSize: 3, stride: 2, padding: 1) },
        LayerCase("max_pool2d") { MaxPool2d(kernelSize: 2) },
        LayerCase("max_pool2d_bf16") { MaxPool2d(kernelSize: 2) },
        LayerCase("max_pool2d_options") {
            MaxPool2d(kernelSize: [3, 2], stride: [2, 1], padding: [1, 0])
        },
        LayerCase("max_pool3d") { MaxPool3d(kernelSize: 2) },
        LayerCase("max_pool3d_options") {
            MaxPool3d(kernelSize: [2, 3, 2], stride: 1, padding: 1)
        },
        LayerCase("avg_pool1d") { AvgPool1d(kernelSize: 2) },
        LayerCase("avg_pool1d_options") { AvgPool1d(kernelSize: 3, stride: 2, padding: 1) },
        LayerCase("avg_pool2d") { AvgPool2d(kernelSize: 2) },
        LayerCase("avg_pool2d_bf16") { AvgPool2d(kernelSize: 2) },
        LayerCase("avg_pool2d_options") {
            AvgPool2d(kernelSize: [3, 2], stride: [2, 1], padding: [1, 0])
        },
        LayerCase("avg_pool3d") { AvgPool3d(kernelSize: 2) },
        LayerCase("avg_pool3d_options") {
            AvgPool3d(kernelSize: [2, 3, 2], stride: 1, padding: 1)
        },
    ]

    static let upsampling = [
        LayerCase("upsample_nearest") { Upsample(scaleFactor: 2.0) },
        LayerCase("upsample_nearest_fraction") { Upsample(scaleFactor: [1.7, 0.6]) },
        LayerCase("upsample_linear") { Upsample(scaleFactor: 2.0, mode: .linear()) },
        LayerCase("upsample_linear_down") { Upsample(scaleFactor: [0.5, 0.4], mode: .linear()) },
        LayerCase("upsample_linear_corners") {
            Upsample(scaleFactor: [2.5, 2.0], mode: .linear(alignCorners: true))
        },
        LayerCase("upsample_linear_antialias") {
            Upsample(scaleFactor: [0.5, 0.7], mode: .linear(), antialias: true)
        },
        LayerCase("upsample_linear_bf16") { Upsample(scaleFactor: 2.0, mode: .linear()) },
        LayerCase("upsample_line") {
            Upsample(scaleFactor: .float(1.4), mode: .linear(alignCorners: false))
        },
        LayerCase("upsample_cubic") { Upsample(scaleFactor: 2.0, mode: .cubic()) },
        LayerCase("upsample_cubic_corners") {
            Upsample(scaleFactor: [1.5, 2.0], mode: .cubic(alignCorners: true))
        },
        LayerCase("upsample_cubic_antialias") {
            Upsample(scaleFactor: [0.5, 0.7], mode: .cubic(), antialias: true)
        },
        LayerCase("upsample_cubic_bf16") { Upsample(scaleFactor: 2.0, mode: .cubic()) },
    ]

    static let attention =
        LayerCase.forEachType { type in
            [
                LayerCase("causal_mask_\(type)") { _ in
                    let types: [String: DType] = [
                        "f32": .float32, "bf16": .bfloat16, "f16": .float16,
                    ]
                    return types[type].map {
                        [MultiHeadAttention.createAdditiveCausalMask(4, dtype: $0)]
                    } ?? []
                }
            ]
        } + [
            LayerCase(
                "attention", layer: { MultiHeadAttention(dimensions: 8, numHeads: 2) },
                call: {
                    [$0($1[0], keys: $1[1], values: $1[2])]
                }),
            LayerCase(
                "attention_options",
                layer: {
                    MultiHeadAttention(
                        dimensions: 8, numHeads: 2, keyInputDimensions: 6, valueDimensions: 4,
                        valueOutputDimensions: 5, bias: true)
                }, call: { [$0($1[0], keys: $1[1], values: $1[2], mask: $1[3])] }),
        ]

    static let recurrent = [
        LayerCase("rnn", layer: { RNN(inputSize: 4, hiddenSize: 6) }, call: { [$0($1[0])] }),
        LayerCase(
            "rnn_no_bias", layer: { RNN(inputSize: 4, hiddenSize: 6, bias: false) },
            call: {
                [$0($1[0])]
            }),
        LayerCase(
            "rnn_state", layer: { RNN(inputSize: 4, hiddenSize: 6) },
            call: {
                [$0($1[0], hidden: $1[1])]
            }),
        LayerCase("gru", layer: { GRU(inputSize: 4, hiddenSize: 6) }, call: { [$0($1[0])] }),
        LayerCase(
            "gru_no_bias", layer: { GRU(inputSize: 4, hiddenSize: 6, bias: false) },
            call: {
                [$0($1[0])]
            }),
        LayerCase(
            "gru_state", layer: { GRU(inputSize: 4, hiddenSize: 6) },
            call: {
                [$0($1[0], hidden: $1[1])]
            }),
        LayerCase(
            "lstm", layer: { LSTM(inputSize: 4, hiddenSize: 6) },
            call: {
                let (hidden, cell) = $0($1[0])
                return [hidden, cell]
            }),
        LayerCase(
            "lstm_no_bias", layer: { LSTM(inputSize: 4, hiddenSize: 6, bias: false) },
            call: {
                let (hidden, cell) = $0($1[0])
                return [hidden, cell]
            }),
        LayerCase(
            "lstm_state", layer: { LSTM(inputSize: 4, hiddenSize: 6) },
            call: {
                let (hidden, cell) = $0($1[0], hidden: $1[1], cell: $1[2])
                return [hidden, cell]
            }),
    ]
}
