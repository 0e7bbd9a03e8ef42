from ..interpolate import bilinear_interpolate, resize_bicubic_nhwc, resize_bilinear, resize_bilinear_nhwc, resize_nearest_nhwc


def bilinear(heads): return resize_bilinear(heads, (3, 7))
def bilinear_up(heads): return resize_bilinear(heads, [11, 16])
def bilinear_corners(heads): return resize_bilinear(heads, (4, 9), align_corners=True, antialias=False)
def bilinear_plain(heads): return resize_bilinear(heads, (1, 2), antialias=False)
def bilinear_map(x): return resize_bilinear(x, (2, 5))
def bilinear_nhwc(image): return resize_bilinear_nhwc(image, (3, 7))
def bilinear_nhwc_corners(image): return resize_bilinear_nhwc(image, (11, 1), align_corners=True)
def bilinear_nhwc_antialias(image): return resize_bilinear_nhwc(image, (2, 16), antialias=True)
def bilinear_nhwc_narrow(image): return resize_bilinear_nhwc(image, (1, 1), antialias=True)
def bicubic_nhwc(image): return resize_bicubic_nhwc(image, (3, 7))
def bicubic_nhwc_antialias(image): return resize_bicubic_nhwc(image, (2, 3), antialias=True)
def bicubic_nhwc_factors(image): return resize_bicubic_nhwc(image, scale_factor=(1.5, 2.0))
def nearest_nhwc(image): return resize_nearest_nhwc(image, (3, 7))
def nearest_nhwc_up(image): return resize_nearest_nhwc(image, (11, 16))
def interpolated(x): return bilinear_interpolate(x, 3, 5, align_corners=True)
