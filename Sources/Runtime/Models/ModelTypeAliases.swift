/// Names under which checkpoints declare a family that the packages keep under another one.
///
/// `MODEL_REMAPPING` of mlx_vlm/utils.py (0.7.10) and of mlx_lm/utils.py (0.32.2).
enum ModelTypeAliases {
    /// The name under which the package keeps a declared `model_type`.
    ///
    /// mlx-vlm ignores case, mlx-lm does not.
    static func resolve(_ declared: String, package: ModelPackage) -> String {
        switch package {
        case .mlxVLM:
            let name = declared.lowercased()
            return vlm[name] ?? name
        case .mlxLM:
            return lm[declared] ?? declared
        }
    }

    private static let vlm = [
        "bunny-llama": "llava_bunny",
        "cohere2_vision": "aya_vision",
        "cohere2moe": "cohere2_moe",
        "dinov2_with_registers": "dinov2",
        "falcon-perception": "falcon_perception",
        "falcon_mamba": "mamba",
        "granite-vision": "granite_vision",
        "granite4-vision": "granite4_vision",
        "inkling_mm_model": "inkling",
        "iquestcoder": "llama",
        "joyai_llm_flash": "deepseek_v3",
        "jvlm": "jina_vlm",
        "kimi_k2": "deepseek_v3",
        "lfm2-vl": "lfm2_vl",
        "lille-130m": "lille_130m",
        "llava-qwen2": "llava_bunny",
        "llava_qwen2": "fastvlm",
        "minimax_m2": "minimax",
        "mistral": "llama",
        "moondream1": "moondream2",
        "muse_spark_open": "muse_spark",
        "nemotron-nas": "nemotron_nas",
        "nemotron_h_omni": "nemotron_h_nano_omni",
        "nemotron_h_puzzle": "nemotron_h",
        "nemotronh_nano_omni_reasoning_v3": "nemotron_h_nano_omni",
        "phi-msft": "phixtral",
        "phi4-siglip": "phi4_siglip",
        "rf-detr": "rfdetr",
        "sam3.1_video": "sam3_1",
        "sam3_video": "sam3",
        "unlimited-ocr": "unlimited_ocr",
    ]

    private static let lm = [
        "deepseek_v41_text": "deepseek_v41",
        "falcon_mamba": "mamba",
        "gemma4_unified": "gemma4",
        "iquestcoder": "llama",
        "joyai_llm_flash": "deepseek_v3",
        "kimi_k2": "deepseek_v3",
        "llava": "mistral3",
        "minimax_m2": "minimax",
        "mistral": "llama",
        "phi-msft": "phixtral",
        "qwen2_5_vl": "qwen2_vl",
        "xverse": "llama",
    ]
}
