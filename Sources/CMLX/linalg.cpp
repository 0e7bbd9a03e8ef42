#include "cmlx_linalg.h"
#include "shim.hpp"

#include <sstream>

#include "mlx/fft.h"
#include "mlx/linalg.h"

namespace {

/// A matrix that has elements: the engine divides by their number.
const mx::array& matrix(const char* operation, const mx::array& a) {
  if (a.size() == 0) {
    std::ostringstream message;
    message << "[" << operation << "] a matrix of shape " << a.shape() << " has no elements";
    throw std::invalid_argument(message.str());
  }
  return a;
}

std::optional<std::vector<int>> maybe(bool present, cmlx_ints v) {
  return present ? std::optional<std::vector<int>>(ints(v)) : std::nullopt;
}

} // namespace

cmlx_array cmlx_norm(
    cmlx_array a, const char* ord, bool has_axes, cmlx_ints axes, bool keepdims, cmlx_stream s) {
  ARRAY(
      ord ? mx::linalg::norm(in(a), std::string(ord), maybe(has_axes, axes), keepdims, on(s))
          : mx::linalg::norm(in(a), maybe(has_axes, axes), keepdims, on(s)),
      a);
}

cmlx_array cmlx_norm_order(
    cmlx_array a, double ord, bool has_axes, cmlx_ints axes, bool keepdims, cmlx_stream s) {
  ARRAY(mx::linalg::norm(in(a), ord, maybe(has_axes, axes), keepdims, on(s)), a);
}

cmlx_error* cmlx_qr(cmlx_list* out, cmlx_array a, cmlx_stream s) {
  ARRAYS(out, pack(mx::linalg::qr(in(a), on(s))), a);
}

cmlx_error* cmlx_svd(cmlx_list* out, cmlx_array a, bool vectors, cmlx_stream s) {
  ARRAYS(out, mx::linalg::svd(in(a), vectors, on(s)), a);
}

cmlx_array cmlx_inv(cmlx_array a, cmlx_stream s) {
  ARRAY(mx::linalg::inv(matrix("inv", in(a)), on(s)), a);
}

cmlx_array cmlx_pinv(cmlx_array a, cmlx_stream s) {
  ARRAY(mx::linalg::pinv(in(a), on(s)), a);
}

cmlx_array cmlx_tri_inv(cmlx_array a, bool upper, cmlx_stream s) {
  ARRAY(mx::linalg::tri_inv(matrix("tri_inv", in(a)), upper, on(s)), a);
}

cmlx_array cmlx_cholesky(cmlx_array a, bool upper, cmlx_stream s) {
  ARRAY(mx::linalg::cholesky(in(a), upper, on(s)), a);
}

cmlx_array cmlx_cholesky_inv(cmlx_array a, bool upper, cmlx_stream s) {
  ARRAY(mx::linalg::cholesky_inv(matrix("cholesky_inv", in(a)), upper, on(s)), a);
}

cmlx_error* cmlx_lu(cmlx_list* out, cmlx_array a, cmlx_stream s) {
  ARRAYS(out, mx::linalg::lu(matrix("lu", in(a)), on(s)), a);
}

cmlx_error* cmlx_lu_factor(cmlx_list* out, cmlx_array a, cmlx_stream s) {
  ARRAYS(out, pack(mx::linalg::lu_factor(matrix("lu_factor", in(a)), on(s))), a);
}

cmlx_array cmlx_solve(cmlx_array a, cmlx_array b, cmlx_stream s) {
  ARRAY(mx::linalg::solve(matrix("solve", in(a)), in(b), on(s)), a, b);
}

cmlx_array cmlx_solve_triangular(cmlx_array a, cmlx_array b, bool upper, cmlx_stream s) {
  ARRAY(mx::linalg::solve_triangular(matrix("solve_triangular", in(a)), in(b), upper, on(s)), a, b);
}

cmlx_array cmlx_cross(cmlx_array a, cmlx_array b, int32_t axis, cmlx_stream s) {
  ARRAY(mx::linalg::cross(in(a), in(b), axis, on(s)), a, b);
}

cmlx_error* cmlx_eig(cmlx_list* out, cmlx_array a, cmlx_stream s) {
  ARRAYS(out, pack(mx::linalg::eig(in(a), on(s))), a);
}

cmlx_array cmlx_eigvals(cmlx_array a, cmlx_stream s) {
  ARRAY(mx::linalg::eigvals(in(a), on(s)), a);
}

cmlx_error* cmlx_eigh(cmlx_list* out, cmlx_array a, const char* uplo, cmlx_stream s) {
  ARRAYS(out, pack(mx::linalg::eigh(in(a), uplo, on(s))), a);
}

cmlx_array cmlx_eigvalsh(cmlx_array a, const char* uplo, cmlx_stream s) {
  ARRAY(mx::linalg::eigvalsh(in(a), uplo, on(s)), a);
}

cmlx_array cmlx_det(cmlx_array a, cmlx_stream s) {
  ARRAY(mx::linalg::det(in(a), on(s)), a);
}

cmlx_error* cmlx_slogdet(cmlx_list* out, cmlx_array a, cmlx_stream s) {
  ARRAYS(out, pack(mx::linalg::slogdet(in(a), on(s))), a);
}

// MARK: Fourier transforms

namespace {

using mx::fft::FFTNorm;

struct Transform {
  const char* name;
  mx::array (*sized)(
      const mx::array&, const mx::Shape&, const std::vector<int>&, FFTNorm, mx::StreamOrDevice);
  mx::array (*along)(const mx::array&, const std::vector<int>&, FFTNorm, mx::StreamOrDevice);
  mx::array (*all)(const mx::array&, FFTNorm, mx::StreamOrDevice);
};

#define TRANSFORM_ROW(name) {#name, mx::fft::name, mx::fft::name, mx::fft::name}

constexpr Transform transforms[] = {
    TRANSFORM_ROW(fftn), TRANSFORM_ROW(ifftn), TRANSFORM_ROW(rfftn), TRANSFORM_ROW(irfftn)};

mx::array shifted(const mx::array& a, bool inverse, bool has_axes, cmlx_ints axes, cmlx_stream s) {
  if (has_axes) {
    return inverse ? mx::fft::ifftshift(a, ints(axes), on(s))
                   : mx::fft::fftshift(a, ints(axes), on(s));
  }
  return inverse ? mx::fft::ifftshift(a, on(s)) : mx::fft::fftshift(a, on(s));
}

} // namespace

cmlx_array cmlx_fftn(
    cmlx_fft_kind kind,
    cmlx_array a,
    bool has_sizes,
    cmlx_ints sizes,
    bool has_axes,
    cmlx_ints axes,
    cmlx_stream s) {
  const Transform& row = transforms[kind];
  return produce(
      row.name,
      [&] {
        if (has_sizes && !has_axes) {
          throw std::invalid_argument("sizes need axes");
        }
        if (has_sizes) {
          return row.sized(in(a), shape(sizes), ints(axes), FFTNorm::Backward, on(s));
        }
        return has_axes ? row.along(in(a), ints(axes), FFTNorm::Backward, on(s))
                        : row.all(in(a), FFTNorm::Backward, on(s));
      },
      a);
}

cmlx_array cmlx_fftshift(
    cmlx_array a, bool inverse, bool has_axes, cmlx_ints axes, cmlx_stream s) {
  ARRAY(shifted(in(a), inverse, has_axes, axes, s), a);
}
