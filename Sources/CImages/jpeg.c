#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// After <stdlib.h>, whose types it needs.
#include <stdio.h>

#include <jpeglib.h>

#include "message.h"

// A progressive file may repeat tiny scans without end; no encoder writes nearly as many.
enum { scan_limit = 500 };

typedef struct failure {
    struct jpeg_error_mgr manager;
    jmp_buf jump;
    cimages_message* message;
} failure;

static void leave(j_common_ptr info) {
    failure* failed = (failure*)info->err;
    char text[JMSG_LENGTH_MAX];
    info->err->format_message(info, text);
    fail_with(failed->message, text);
    longjmp(failed->jump, 1);
}

static void keep_silent(j_common_ptr info) { (void)info; }

static void count_scans(j_common_ptr info) {
    if (info->is_decompressor && ((j_decompress_ptr)info)->input_scan_number > scan_limit) {
        failure* failed = (failure*)info->err;
        fail_with(failed->message, "too many scans");
        longjmp(failed->jump, 1);
    }
}

// MARK: The bytes

static void begin(j_decompress_ptr info) { (void)info; }

// All bytes are there from the start: when more are wanted, the file is cut short.
static boolean refuse_more(j_decompress_ptr info) {
    failure* failed = (failure*)info->err;
    fail_with(failed->message, "the file is truncated");
    longjmp(failed->jump, 1);
}

static void skip(j_decompress_ptr info, long count) {
    if (count <= 0) return;
    if ((size_t)count > info->src->bytes_in_buffer) refuse_more(info);
    info->src->next_input_byte += count;
    info->src->bytes_in_buffer -= (size_t)count;
}

typedef struct decoder {
    struct jpeg_decompress_struct info;
    struct jpeg_source_mgr source;
    struct jpeg_progress_mgr progress;
    failure failed;
    uint8_t* row;
} decoder;

// Has to be called after `setjmp` on `failed.jump`.
static void open_file(decoder* decoder, const uint8_t* bytes, size_t count) {
    jpeg_create_decompress(&decoder->info);
    decoder->source = (struct jpeg_source_mgr){
        .next_input_byte = bytes,
        .bytes_in_buffer = count,
        .init_source = begin,
        .fill_input_buffer = refuse_more,
        .skip_input_data = skip,
        .resync_to_restart = jpeg_resync_to_restart,
        .term_source = begin,
    };
    decoder->info.src = &decoder->source;
    decoder->progress.progress_monitor = count_scans;
    decoder->info.progress = &decoder->progress;
    jpeg_read_header(&decoder->info, TRUE);
}

static decoder* make_decoder(cimages_message* message) {
    decoder* made = calloc(1, sizeof *made);
    if (!made) return NULL;
    made->info.err = jpeg_std_error(&made->failed.manager);
    made->failed.manager.error_exit = leave;
    made->failed.manager.output_message = keep_silent;
    made->failed.message = message;
    return made;
}

static void release(decoder* decoder) {
    jpeg_destroy_decompress(&decoder->info);
    free(decoder->row);
    free(decoder);
}

bool cimages_jpeg_size(
    const uint8_t* bytes, size_t count, cimages_size* size, cimages_message* message
) {
    decoder* decoder = make_decoder(message);
    if (!decoder) return fail_with(message, "no memory");
    bool found = false;
    if (!setjmp(decoder->failed.jump)) {
        open_file(decoder, bytes, count);
        size->width = decoder->info.image_width;
        size->height = decoder->info.image_height;
        found = true;
    }
    release(decoder);
    return found;
}

// MARK: The pixels

static void spread_gray(const uint8_t* row, uint8_t* pixels, size_t width) {
    for (size_t x = 0; x < width; x++) memset(pixels + 3 * x, row[x], 3);
}

// a * b / 255, rounded.
static int scaled(int a, int b) {
    int product = a * b + 128;
    return ((product >> 8) + product) >> 8;
}

// Files with four components hold them inverted, as Adobe's programs write them, whether they say so
// or not: Pillow assumes it, too.
static void mix_inks(const uint8_t* row, uint8_t* pixels, size_t width) {
    for (size_t x = 0; x < width; x++, row += 4, pixels += 3) {
        int light = row[3];
        for (int ink = 0; ink < 3; ink++) {
            int value = light - scaled(255 - row[ink], light);
            pixels[ink] = (uint8_t)(value < 0 ? 0 : value);
        }
    }
}

static bool choose_colors(struct jpeg_decompress_struct* info, cimages_message* message) {
    switch (info->num_components) {
    case 1:
        info->out_color_space = JCS_GRAYSCALE;
        return true;
    case 3:
        info->out_color_space = JCS_RGB;
        return true;
    case 4:
        info->out_color_space = JCS_CMYK;
        return true;
    default:
        return fail_with(message, "a number of components other than 1, 3 and 4");
    }
}

bool cimages_jpeg_decode(
    const uint8_t* bytes, size_t count, cimages_size size, uint8_t* pixels,
    cimages_message* message
) {
    decoder* decoder = make_decoder(message);
    if (!decoder) return fail_with(message, "no memory");
    // What changes after `setjmp` and is read after a jump.
    volatile bool decoded = false;
    if (!setjmp(decoder->failed.jump)) {
        struct jpeg_decompress_struct* info = &decoder->info;
        open_file(decoder, bytes, count);
        if (info->image_width == size.width && info->image_height == size.height
            && choose_colors(info, message)) {
            size_t stride = (size_t)size.width * 3;
            decoder->row = malloc((size_t)size.width * 4);
            jpeg_start_decompress(info);
            while (decoder->row && info->output_scanline < size.height) {
                uint8_t* into = pixels + info->output_scanline * stride;
                JSAMPROW row = info->num_components == 3 ? into : decoder->row;
                jpeg_read_scanlines(info, &row, 1);
                if (info->num_components == 1) spread_gray(decoder->row, into, size.width);
                if (info->num_components == 4) mix_inks(decoder->row, into, size.width);
            }
            // What follows the last row does not matter.
            decoded = decoder->row != NULL;
        }
    }
    release(decoder);
    return decoded;
}
