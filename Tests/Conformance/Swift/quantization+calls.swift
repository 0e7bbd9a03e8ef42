import MLX
import ModelPorted

/// The cases of `Cases/quantization.py` by name.
func quantizationCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "quantize": return outcome(quantizationQuantize(x.array(0)))
    case "quantize_group": return outcome(quantizationQuantizeGroup(x.array(0)))
    case "quantize_two": return outcome(quantizationQuantizeTwo(x.array(0)))
    case "quantize_three": return outcome(quantizationQuantizeThree(x.array(0)))
    case "quantize_five": return outcome(quantizationQuantizeFive(x.array(0)))
    case "quantize_six": return outcome(quantizationQuantizeSix(x.array(0)))
    case "quantize_mxfp4": return outcome(quantizationQuantizeMxfp4(x.array(0)))
    case "quantize_mxfp8": return outcome(quantizationQuantizeMxfp8(x.array(0)))
    case "quantize_nvfp4": return outcome(quantizationQuantizeNvfp4(x.array(0)))
    case "quantize_global_scale": return outcome(quantizationQuantizeGlobalScale(x.array(0)))
    case "dequantize": return outcome(quantizationDequantize(x.array(0)))
    case "dequantize_group": return outcome(quantizationDequantizeGroup(x.array(0)))
    case "dequantize_dtype": return outcome(quantizationDequantizeDtype(x.array(0)))
    case "dequantize_mxfp4": return outcome(quantizationDequantizeMxfp4(x.array(0)))
    case "dequantize_nvfp4": return outcome(quantizationDequantizeNvfp4(x.array(0)))
    case "quantized_matmul": return outcome(quantizationQuantizedMatmul(x.array(0), w2: x.array(1)))
    case "quantized_matmul_plain":
        return outcome(try quantizationQuantizedMatmulPlain(x.array(0), w2: x.array(1)))
    case "quantized_matmul_mxfp4":
        return outcome(quantizationQuantizedMatmulMxfp4(x.array(0), w2: x.array(1)))
    case "quantized_matmul_mxfp8":
        return outcome(quantizationQuantizedMatmulMxfp8(x.array(0), w2: x.array(1)))
    case "gather_qmm":
        return outcome(quantizationGatherQmm(x.array(0), w3: x.array(1), expert: x.array(2)))
    case "gather_qmm_sorted":
        return outcome(quantizationGatherQmmSorted(x.array(0), w3: x.array(1), expert: x.array(2)))
    case "gather_qmm_mxfp4":
        return outcome(quantizationGatherQmmMxfp4(x.array(0), w3: x.array(1), expert: x.array(2)))
    case "to_fp8": return outcome(quantizationToFp8(x.array(0)))
    case "from_fp8": return outcome(quantizationFromFp8(x.array(0)))
    case "from_fp8_dtype": return outcome(quantizationFromFp8Dtype(x.array(0)))
    default: return nil
    }
}
