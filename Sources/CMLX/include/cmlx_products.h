// Products of matrices and tensors, convolutions, quantized weights.
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

cmlx_array cmlx_addmm(
    cmlx_array c, cmlx_array a, cmlx_array b, float alpha, float beta, cmlx_stream s);
cmlx_array cmlx_einsum(const char* _Nonnull subscripts, cmlx_arrays operands, cmlx_stream s);
cmlx_array cmlx_tensordot(
    cmlx_array a, cmlx_array b, cmlx_ints axes_a, cmlx_ints axes_b, cmlx_stream s);
cmlx_array cmlx_tensordot_last(cmlx_array a, cmlx_array b, int32_t axes, cmlx_stream s);
cmlx_array cmlx_vecdot(cmlx_array a, cmlx_array b, int32_t axis, cmlx_stream s);
cmlx_array cmlx_block_masked_mm(
    cmlx_array a,
    cmlx_array b,
    int32_t block_size,
    cmlx_array mask_out,
    cmlx_array mask_lhs,
    cmlx_array mask_rhs,
    cmlx_stream s);
cmlx_array cmlx_gather_mm(
    cmlx_array a,
    cmlx_array b,
    cmlx_array lhs_indices,
    cmlx_array rhs_indices,
    bool sorted_indices,
    cmlx_stream s);
cmlx_array cmlx_segmented_mm(cmlx_array a, cmlx_array b, cmlx_array segments, cmlx_stream s);
cmlx_array cmlx_hadamard_transform(cmlx_array a, cmlx_optional_float scale, cmlx_stream s);
cmlx_array cmlx_diag(cmlx_array a, int32_t k, cmlx_stream s);
cmlx_array cmlx_diagonal(
    cmlx_array a, int32_t offset, int32_t axis1, int32_t axis2, cmlx_stream s);
/// `dtype` may be `CMLX_NO_DTYPE`: the engine's choice.
cmlx_array cmlx_trace(
    cmlx_array a,
    int32_t offset,
    int32_t axis1,
    int32_t axis2,
    cmlx_dtype dtype,
    cmlx_stream s);

// MARK: Convolutions. Channels last; the lists have one entry a spatial dimension.

typedef struct cmlx_convolution {
  cmlx_ints stride;
  cmlx_ints padding_low;
  cmlx_ints padding_high;
  cmlx_ints kernel_dilation;
  cmlx_ints input_dilation;
  int32_t groups;
  bool flip;
} cmlx_convolution;

typedef struct cmlx_transposed_convolution {
  cmlx_ints stride;
  cmlx_ints padding;
  cmlx_ints dilation;
  cmlx_ints output_padding;
  int32_t groups;
} cmlx_transposed_convolution;

cmlx_array cmlx_conv_general(
    cmlx_array input, cmlx_array weight, cmlx_convolution options, cmlx_stream s);
/// One, two or three spatial dimensions, by the length of `options.stride`.
cmlx_array cmlx_conv_transpose(
    cmlx_array input, cmlx_array weight, cmlx_transposed_convolution options, cmlx_stream s);

// MARK: Quantized weights

typedef enum cmlx_quantization_mode : int32_t {
  CMLX_AFFINE,
  CMLX_MXFP4,
  CMLX_MXFP8,
  CMLX_NVFP4,
} cmlx_quantization_mode;

typedef struct cmlx_quantization {
  cmlx_optional_int group_size;
  cmlx_optional_int bits;
  cmlx_quantization_mode mode;
} cmlx_quantization;

cmlx_error* _Nullable cmlx_quantize(
    cmlx_list* _Nonnull out,
    cmlx_array w,
    cmlx_quantization quantization,
    cmlx_array global_scale,
    cmlx_stream s);
cmlx_array cmlx_dequantize(
    cmlx_array w,
    cmlx_array scales,
    cmlx_array biases,
    cmlx_quantization quantization,
    cmlx_array global_scale,
    cmlx_dtype dtype,
    cmlx_stream s);
cmlx_array cmlx_quantized_matmul(
    cmlx_array x,
    cmlx_array w,
    cmlx_array scales,
    cmlx_array biases,
    bool transpose,
    cmlx_quantization quantization,
    cmlx_stream s);
cmlx_array cmlx_gather_qmm(
    cmlx_array x,
    cmlx_array w,
    cmlx_array scales,
    cmlx_array biases,
    cmlx_array lhs_indices,
    cmlx_array rhs_indices,
    bool transpose,
    cmlx_quantization quantization,
    bool sorted_indices,
    cmlx_stream s);
cmlx_array cmlx_qqmm(
    cmlx_array x,
    cmlx_array w,
    cmlx_array scales,
    cmlx_quantization quantization,
    cmlx_array global_scale_x,
    cmlx_array global_scale_w,
    cmlx_stream s);

#ifdef __cplusplus
}
#endif
