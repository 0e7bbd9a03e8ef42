// Linear algebra and Fourier transforms (`mlx.core.linalg`, `mlx.core.fft`).
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// `ord` null: the 2-norm of all elements, or of the axes.
cmlx_array cmlx_norm(
    cmlx_array a,
    const char* _Nullable ord,
    bool has_axes,
    cmlx_ints axes,
    bool keepdims,
    cmlx_stream s);
cmlx_array cmlx_norm_order(
    cmlx_array a, double ord, bool has_axes, cmlx_ints axes, bool keepdims, cmlx_stream s);
cmlx_error* _Nullable cmlx_qr(cmlx_list* _Nonnull out, cmlx_array a, cmlx_stream s);
cmlx_error* _Nullable cmlx_svd(cmlx_list* _Nonnull out, cmlx_array a, bool vectors, cmlx_stream s);
cmlx_array cmlx_inv(cmlx_array a, cmlx_stream s);
cmlx_array cmlx_pinv(cmlx_array a, cmlx_stream s);
cmlx_array cmlx_tri_inv(cmlx_array a, bool upper, cmlx_stream s);
cmlx_array cmlx_cholesky(cmlx_array a, bool upper, cmlx_stream s);
cmlx_array cmlx_cholesky_inv(cmlx_array a, bool upper, cmlx_stream s);
cmlx_error* _Nullable cmlx_lu(cmlx_list* _Nonnull out, cmlx_array a, cmlx_stream s);
cmlx_error* _Nullable cmlx_lu_factor(cmlx_list* _Nonnull out, cmlx_array a, cmlx_stream s);
cmlx_array cmlx_solve(cmlx_array a, cmlx_array b, cmlx_stream s);
cmlx_array cmlx_solve_triangular(cmlx_array a, cmlx_array b, bool upper, cmlx_stream s);
cmlx_array cmlx_cross(cmlx_array a, cmlx_array b, int32_t axis, cmlx_stream s);
cmlx_error* _Nullable cmlx_eig(cmlx_list* _Nonnull out, cmlx_array a, cmlx_stream s);
cmlx_array cmlx_eigvals(cmlx_array a, cmlx_stream s);
cmlx_error* _Nullable cmlx_eigh(
    cmlx_list* _Nonnull out, cmlx_array a, const char* _Nonnull uplo, cmlx_stream s);
cmlx_array cmlx_eigvalsh(cmlx_array a, const char* _Nonnull uplo, cmlx_stream s);
cmlx_array cmlx_det(cmlx_array a, cmlx_stream s);
cmlx_error* _Nullable cmlx_slogdet(cmlx_list* _Nonnull out, cmlx_array a, cmlx_stream s);

typedef enum cmlx_fft_kind : int32_t {
  CMLX_FFT,
  CMLX_IFFT,
  CMLX_RFFT,
  CMLX_IRFFT,
} cmlx_fft_kind;

/// Sizes need axes; over all axes without both.
cmlx_array cmlx_fftn(
    cmlx_fft_kind kind,
    cmlx_array a,
    bool has_sizes,
    cmlx_ints sizes,
    bool has_axes,
    cmlx_ints axes,
    cmlx_stream s);
cmlx_array cmlx_fftshift(
    cmlx_array a, bool inverse, bool has_axes, cmlx_ints axes, cmlx_stream s);

#ifdef __cplusplus
}
#endif
