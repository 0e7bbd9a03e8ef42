#include "cmlx_products.h"
#include "indices.hpp"
#include "replay.hpp"
#include "shim.hpp"

#include "mlx/einsum.h"
#include "mlx/ops.h"

cmlx_array cmlx_addmm(
    cmlx_array c, cmlx_array a, cmlx_array b, float alpha, float beta, cmlx_stream s) {
  ARRAY(mx::addmm(in(c), in(a), in(b), alpha, beta, on(s)), c, a, b);
}

cmlx_array cmlx_einsum(const char* subscripts, cmlx_arrays operands, cmlx_stream s) {
  ARRAY(mx::einsum(subscripts, in(operands), on(s)), operands);
}

cmlx_array cmlx_tensordot(
    cmlx_array a, cmlx_array b, cmlx_ints axes_a, cmlx_ints axes_b, cmlx_stream s) {
  ARRAY(mx::tensordot(in(a), in(b), ints(axes_a), ints(axes_b), on(s)), a, b);
}

cmlx_array cmlx_tensordot_last(cmlx_array a, cmlx_array b, int32_t axes, cmlx_stream s) {
  ARRAY(mx::tensordot(in(a), in(b), axes, on(s)), a, b);
}

cmlx_array cmlx_vecdot(cmlx_array a, cmlx_array b, int32_t axis, cmlx_stream s) {
  ARRAY(mx::vecdot(in(a), in(b), axis, on(s)), a, b);
}

cmlx_array cmlx_block_masked_mm(
    cmlx_array a,
    cmlx_array b,
    int32_t block_size,
    cmlx_array mask_out,
    cmlx_array mask_lhs,
    cmlx_array mask_rhs,
    cmlx_stream s) {
  ARRAY(
      mx::block_masked_mm(
          in(a), in(b), block_size, maybe(mask_out), maybe(mask_lhs), maybe(mask_rhs), on(s)),
      a,
      b,
      mask_out,
      mask_lhs,
      mask_rhs);
}

cmlx_array cmlx_gather_mm(
    cmlx_array a,
    cmlx_array b,
    cmlx_array lhs_indices,
    cmlx_array rhs_indices,
    bool sorted_indices,
    cmlx_stream s) {
  ARRAY(
      mx::gather_mm(
          in(a),
          in(b),
          checked_batch("gather_mm", maybe(lhs_indices), in(a), s),
          checked_batch("gather_mm", maybe(rhs_indices), in(b), s),
          sorted_indices,
          on(s)),
      a,
      b,
      lhs_indices,
      rhs_indices);
}

cmlx_array cmlx_segmented_mm(cmlx_array a, cmlx_array b, cmlx_array segments, cmlx_stream s) {
  ARRAY(mx::segmented_mm(in(a), in(b), in(segments), on(s)), a, b, segments);
}

cmlx_array cmlx_hadamard_transform(cmlx_array a, cmlx_optional_float scale, cmlx_stream s) {
  ARRAY(mx::hadamard_transform(in(a), maybe(scale), on(s)), a);
}

cmlx_array cmlx_diag(cmlx_array a, int32_t k, cmlx_stream s) {
  ARRAY(mx::diag(in(a), k, on(s)), a);
}

cmlx_array cmlx_diagonal(
    cmlx_array a, int32_t offset, int32_t axis1, int32_t axis2, cmlx_stream s) {
  ARRAY(mx::diagonal(in(a), offset, axis1, axis2, on(s)), a);
}

cmlx_array cmlx_trace(
    cmlx_array a, int32_t offset, int32_t axis1, int32_t axis2, cmlx_dtype d, cmlx_stream s) {
  ARRAY(
      d == CMLX_NO_DTYPE ? mx::trace(in(a), offset, axis1, axis2, on(s))
                         : mx::trace(in(a), offset, axis1, axis2, dtype(d), on(s)),
      a);
}

// MARK: Convolutions

namespace {

std::pair<int, int> pair(cmlx_ints v) {
  if (v.count != 2) {
    throw std::invalid_argument("expected two values, one a spatial dimension");
  }
  return {v.values[0], v.values[1]};
}

std::tuple<int, int, int> triple(cmlx_ints v) {
  if (v.count != 3) {
    throw std::invalid_argument("expected three values, one a spatial dimension");
  }
  return {v.values[0], v.values[1], v.values[2]};
}

mx::array convolved_transposed(
    const mx::array& input,
    const mx::array& weight,
    const cmlx_transposed_convolution& o,
    mx::StreamOrDevice s) {
  switch (o.stride.count) {
    case 1:
      return mx::conv_transpose1d(
          input,
          weight,
          o.stride.values[0],
          o.padding.values[0],
          o.dilation.values[0],
          o.output_padding.values[0],
          o.groups,
          s);
    case 2:
      return mx::conv_transpose2d(
          input,
          weight,
          pair(o.stride),
          pair(o.padding),
          pair(o.dilation),
          pair(o.output_padding),
          o.groups,
          s);
    default:
      return mx::conv_transpose3d(
          input,
          weight,
          triple(o.stride),
          triple(o.padding),
          triple(o.dilation),
          triple(o.output_padding),
          o.groups,
          s);
  }
}

} // namespace

cmlx_array cmlx_conv_general(
    cmlx_array input, cmlx_array weight, cmlx_convolution o, cmlx_stream s) {
  ARRAY(
      mx::conv_general(
          in(input),
          in(weight),
          ints(o.stride),
          ints(o.padding_low),
          ints(o.padding_high),
          ints(o.kernel_dilation),
          ints(o.input_dilation),
          o.groups,
          o.flip,
          on(s)),
      input,
      weight);
}

cmlx_array cmlx_conv_transpose(
    cmlx_array input, cmlx_array weight, cmlx_transposed_convolution options, cmlx_stream s) {
  ARRAY(convolved_transposed(in(input), in(weight), options, on(s)), input, weight);
}

// MARK: Quantized weights

namespace {

const std::string& name_of(cmlx_quantization_mode mode) {
  static const std::string names[] = {"affine", "mxfp4", "mxfp8", "nvfp4"};
  return names[mode];
}

} // namespace

cmlx_error* cmlx_quantize(
    cmlx_list* out, cmlx_array w, cmlx_quantization q, cmlx_array global_scale, cmlx_stream s) {
  ARRAYS(
      out,
      mx::quantize(
          in(w), maybe(q.group_size), maybe(q.bits), name_of(q.mode), maybe(global_scale), on(s)),
      w,
      global_scale);
}

cmlx_array cmlx_dequantize(
    cmlx_array w,
    cmlx_array scales,
    cmlx_array biases,
    cmlx_quantization q,
    cmlx_array global_scale,
    cmlx_dtype d,
    cmlx_stream s) {
  ARRAY(
      mx::dequantize(
          in(w),
          in(scales),
          maybe(biases),
          maybe(q.group_size),
          maybe(q.bits),
          name_of(q.mode),
          maybe(global_scale),
          maybe(d),
          on(s)),
      w,
      scales,
      biases,
      global_scale);
}

cmlx_array cmlx_quantized_matmul(
    cmlx_array x,
    cmlx_array w,
    cmlx_array scales,
    cmlx_array biases,
    bool transpose,
    cmlx_quantization q,
    cmlx_stream s) {
  // The engine's kernels divide by sizes, which would end the process.
  auto filled = [](const cmlx_array& a) -> const mx::array& {
    if (in(a).size() == 0) {
      throw std::invalid_argument("[quantized_matmul] The operands must not be empty.");
    }
    return in(a);
  };
  ARRAY(
      replayed(
          Call(Function::quantized_matmul)
              .add(transpose)
              .add(q.group_size)
              .add(q.bits)
              .add(q.mode),
          {&filled(x), &filled(w), &in(scales), pointer(biases)},
          s,
          [&] {
            return mx::quantized_matmul(
                in(x),
                in(w),
                in(scales),
                maybe(biases),
                transpose,
                maybe(q.group_size),
                maybe(q.bits),
                name_of(q.mode),
                on(s));
          }),
      x,
      w,
      scales,
      biases);
}

cmlx_array cmlx_gather_qmm(
    cmlx_array x,
    cmlx_array w,
    cmlx_array scales,
    cmlx_array biases,
    cmlx_array lhs_indices,
    cmlx_array rhs_indices,
    bool transpose,
    cmlx_quantization q,
    bool sorted_indices,
    cmlx_stream s) {
  ARRAY(
      mx::gather_qmm(
          in(x),
          in(w),
          in(scales),
          maybe(biases),
          checked_batch("gather_qmm", maybe(lhs_indices), in(x), s),
          checked_batch("gather_qmm", maybe(rhs_indices), in(w), s),
          transpose,
          maybe(q.group_size),
          maybe(q.bits),
          name_of(q.mode),
          std::nullopt,
          sorted_indices,
          on(s)),
      x,
      w,
      scales,
      biases,
      lhs_indices,
      rhs_indices);
}

cmlx_array cmlx_qqmm(
    cmlx_array x,
    cmlx_array w,
    cmlx_array scales,
    cmlx_quantization q,
    cmlx_array global_scale_x,
    cmlx_array global_scale_w,
    cmlx_stream s) {
  ARRAY(
      mx::qqmm(
          in(x),
          in(w),
          maybe(scales),
          maybe(q.group_size),
          maybe(q.bits),
          name_of(q.mode),
          maybe(global_scale_x),
          maybe(global_scale_w),
          on(s)),
      x,
      w,
      scales,
      global_scale_x,
      global_scale_w);
}
