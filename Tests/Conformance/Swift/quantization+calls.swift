import MLX
import ModelPorted

/// The cases of `Cases/quantization.py` by name.
func quantizationCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "quantize": return outcome(quantizationCasesQuantize(x.array(0)))
    case "quantize_group": return outcome(quantizationCasesQuantizeGroup(x.array(0)))
    case "quantize_two": return outcome(quantizationCasesQuantizeTwo(x.array(0)))
    case "quantize_three": return outcome(quantizationCasesQuantizeThree(x.array(0)))
    case "quantize_five": return outcome(quantizationCasesQuantizeFive(x.array(0)))
    case "quantize_six": return outcome(quantizationCasesQuantizeSix(x.array(0)))
    case "quantize_mxfp4": return outcome(quantizationCasesQuantizeMxfp4(x.array(0)))
    case "quantize_mxfp8": return outcome(quantizationCasesQuantizeMxfp8(x.array(0)))
    case "quantize_nvfp4": return outcome(quantizationCasesQuantizeNvfp4(x.array(0)))
    case "quantize_global_scale": return outcome(quantizationCasesQuantizeGlobalScale(x.array(0)))
    case "dequantize": return outcome(quantizationCasesDequantize(x.array(0)))
    case "dequantize_group": return outcome(quantizationCasesDequantizeGroup(x.array(0)))
    case "dequantize_dtype": return outcome(quantizationCasesDequantizeDtype(x.array(0)))
    case "dequantize_mxfp4": return outcome(quantizationCasesDequantizeMxfp4(x.array(0)))
    case "dequantize_nvfp4": return outcome(quantizationCasesDequantizeNvfp4(x.array(0)))
    case "quantized_matmul":
        return outcome(quantizationCasesQuantizedMatmul(x.array(0), w2: x.array(1)))
    case "quantized_matmul_plain":
        return outcome(try quantizationCasesQuantizedMatmulPlain(x.array(0), w2: x.array(1)))
    case "quantized_matmul_mxfp4":
        return outcome(quantizationCasesQuantizedMatmulMxfp4(x.array(0), w2: x.array(1)))
    case "quantized_matmul_mxfp8":
        return outcome(quantizationCasesQuantizedMatmulMxfp8(x.array(0), w2: x.array(1)))
    case "gather_qmm":
        return outcome(quantizationCasesGatherQmm(x.array(0), w3: x.array(1), expert: x.array(2)))
    case "gather_qmm_sorted":
        return outcome(
            quantizationCasesGatherQmmSorted(x.array(0), w3: x.array(1), expert: x.array(2)))
    case "gather_qmm_mxfp4":
        return outcome(
            quantizationCasesGatherQmmMxfp4(x.array(0), w3: x.array(1), expert: x.array(2)))
    case "to_fp8": return outcome(quantizationCasesToFp8(x.array(0)))
    case "from_fp8": return outcome(quantizationCasesFromFp8(x.array(0)))
    case "from_fp8_dtype": return outcome(quantizationCasesFromFp8Dtype(x.array(0)))
    default: return nil
    }
}
