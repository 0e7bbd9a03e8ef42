#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

typedef struct reader {
    const uint8_t* bytes;
    size_t count;
    size_t position;
    png_structp png;
    png_infop info;
    cimages_message* message;
} reader;

static void leave(png_structp png, png_const_charp text) {
    fail_with(((reader*)png_get_error_ptr(png))->message, text);
    png_longjmp(png, 1);
}

static void keep_silent(png_structp png, png_const_charp text) {
    (void)png;
    (void)text;
}

static void read_bytes(png_structp png, png_bytep into, size_t count) {
    reader* reader = png_get_io_ptr(png);
    if (count > reader->count - reader->position) png_error(png, "the file is truncated");
    memcpy(into, reader->bytes + reader->position, count);
    reader->position += count;
}

static bool make_reader(
    reader* reader, const uint8_t* bytes, size_t count, cimages_message* message
) {
    *reader = (struct reader){.bytes = bytes, .count = count, .message = message};
    reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, leave, keep_silent);
    if (reader->png) reader->info = png_create_info_struct(reader->png);
    if (!reader->info) {
        png_destroy_read_struct(&reader->png, NULL, NULL);
        return fail_with(message, "no memory");
    }
    png_set_read_fn(reader->png, reader, read_bytes);
    // The caller has a limit of its own.
    png_set_user_limits(reader->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_crc_action(reader->png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    return true;
}

static void release(reader* reader) {
    png_destroy_read_struct(&reader->png, &reader->info, NULL);
}

bool cimages_png_size(
    const uint8_t* bytes, size_t count, cimages_size* size, cimages_message* message
) {
    reader reader;
    if (!make_reader(&reader, bytes, count, message)) return false;
    volatile bool found = false;
    if (!setjmp(png_jmpbuf(reader.png))) {
        png_read_info(reader.png, reader.info);
        size->width = png_get_image_width(reader.png, reader.info);
        size->height = png_get_image_height(reader.png, reader.info);
        found = true;
    }
    release(&reader);
    return found;
}

// Grays of 16 bits, which Pillow takes for numbers: those over 255 are white.
static bool has_large_grays(png_structp png, png_infop info) {
    return png_get_bit_depth(png, info) == 16
        && png_get_color_type(png, info) == PNG_COLOR_TYPE_GRAY;
}

static void read_rows(png_structp png, uint8_t* into, size_t stride, size_t height, int passes) {
    for (int pass = 0; pass < passes; pass++) {
        for (size_t y = 0; y < height; y++) png_read_row(png, into + y * stride, NULL);
    }
}

static void clip_grays(const uint8_t* grays, uint8_t* pixels, size_t count) {
    for (size_t i = 0; i < count; i++) {
        memset(pixels + 3 * i, grays[2 * i] ? 255 : grays[2 * i + 1], 3);
    }
}

// Red, green and blue of 8 bits from every other kind: of 16 bits the upper half, no alpha, no gamma.
static void ask_for_rgb(png_structp png, png_infop info) {
    png_byte type = png_get_color_type(png, info);
    if (type == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
    if (!(type & PNG_COLOR_MASK_COLOR)) {
        png_set_expand_gray_1_2_4_to_8(png);
        png_set_gray_to_rgb(png);
    }
    png_set_strip_16(png);
    png_set_strip_alpha(png);
}

bool cimages_png_decode(
    const uint8_t* bytes, size_t count, cimages_size size, uint8_t* pixels,
    cimages_message* message
) {
    reader reader;
    if (!make_reader(&reader, bytes, count, message)) return false;
    volatile bool decoded = false;
    uint8_t* volatile grays = NULL;
    if (!setjmp(png_jmpbuf(reader.png))) {
        png_structp png = reader.png;
        png_read_info(png, reader.info);
        bool large = has_large_grays(png, reader.info);
        if (!large) ask_for_rgb(png, reader.info);
        int passes = png_set_interlace_handling(png);
        png_read_update_info(png, reader.info);
        size_t stride = (size_t)size.width * (large ? 2 : 3);
        if (png_get_rowbytes(png, reader.info) != stride
            || png_get_image_height(png, reader.info) != size.height) {
            png_error(png, "rows of an unexpected size");
        }
        if (large) {
            grays = malloc(stride * size.height);
            if (!grays) png_error(png, "no memory");
            read_rows(png, grays, stride, size.height, passes);
            clip_grays(grays, pixels, (size_t)size.width * size.height);
        } else {
            read_rows(png, pixels, stride, size.height, passes);
        }
        // What follows the last row does not matter.
        decoded = true;
    }
    free(grays);
    release(&reader);
    return decoded;
}
