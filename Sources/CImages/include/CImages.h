// JPEG, PNG and WebP files to pixels, by the libraries that Pillow uses. Nothing here throws or jumps
// out: the libraries' long jumps end inside these functions.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How large a picture is, as its file says.
typedef struct cimages_size {
    uint32_t width;
    uint32_t height;
} cimages_size;

/// Why a file cannot be read, in the library's words.
typedef struct cimages_message {
    char text[200];
} cimages_message;

// Each pair: the size out of the header, without memory for pixels; then the pixels, red, green and
// blue of 8 bits, row by row, into `width * height * 3` bytes. False: `message` says why.

bool cimages_jpeg_size(
    const uint8_t* _Nonnull bytes, size_t count, cimages_size* _Nonnull size,
    cimages_message* _Nonnull message);
bool cimages_jpeg_decode(
    const uint8_t* _Nonnull bytes, size_t count, cimages_size size, uint8_t* _Nonnull pixels,
    cimages_message* _Nonnull message);

bool cimages_png_size(
    const uint8_t* _Nonnull bytes, size_t count, cimages_size* _Nonnull size,
    cimages_message* _Nonnull message);
bool cimages_png_decode(
    const uint8_t* _Nonnull bytes, size_t count, cimages_size size, uint8_t* _Nonnull pixels,
    cimages_message* _Nonnull message);

bool cimages_webp_size(
    const uint8_t* _Nonnull bytes, size_t count, cimages_size* _Nonnull size,
    cimages_message* _Nonnull message);
bool cimages_webp_decode(
    const uint8_t* _Nonnull bytes, size_t count, cimages_size size, uint8_t* _Nonnull pixels,
    cimages_message* _Nonnull message);

/// Where a WebP file's first chunk of a name ("EXIF", "XMP ") has its contents; false: it has none.
bool cimages_webp_chunk(
    const uint8_t* _Nonnull bytes, size_t count, const char* _Nonnull name,
    size_t* _Nonnull offset, size_t* _Nonnull length);

#ifdef __cplusplus
}
#endif
