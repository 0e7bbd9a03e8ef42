#include <string.h>
#include <webp/decode.h>
#include <webp/demux.h>

#include "message.h"

bool cimages_webp_size(
    const uint8_t* bytes, size_t count, cimages_size* size, cimages_message* message
) {
    WebPData data = {bytes, count};
    WebPDemuxer* demuxer = WebPDemux(&data);
    if (!demuxer) return fail_with(message, "the file is truncated or malformed");
    size->width = WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_WIDTH);
    size->height = WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_HEIGHT);
    WebPDemuxDelete(demuxer);
    return true;
}

// The first frame of an animation, on a canvas that is transparent black elsewhere.
static bool decode_first_frame(
    const WebPData* data, cimages_size size, uint8_t* pixels, cimages_message* message
) {
    WebPAnimDecoderOptions options;
    if (!WebPAnimDecoderOptionsInit(&options)) return fail_with(message, "another libwebp");
    options.color_mode = MODE_RGBA;
    WebPAnimDecoder* decoder = WebPAnimDecoderNew(data, &options);
    if (!decoder) return fail_with(message, "the animation is malformed");
    uint8_t* canvas = NULL;
    int time = 0;
    bool decoded = WebPAnimDecoderGetNext(decoder, &canvas, &time);
    if (decoded) {
        size_t pixel_count = (size_t)size.width * size.height;
        for (size_t i = 0; i < pixel_count; i++) memcpy(pixels + 3 * i, canvas + 4 * i, 3);
    } else {
        fail_with(message, "the first frame is malformed");
    }
    WebPAnimDecoderDelete(decoder);
    return decoded;
}

bool cimages_webp_decode(
    const uint8_t* bytes, size_t count, cimages_size size, uint8_t* pixels,
    cimages_message* message
) {
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(bytes, count, &features) != VP8_STATUS_OK) {
        return fail_with(message, "the file is truncated or malformed");
    }
    if (features.has_animation) {
        WebPData data = {bytes, count};
        return decode_first_frame(&data, size, pixels, message);
    }
    if ((uint32_t)features.width != size.width || (uint32_t)features.height != size.height) {
        return fail_with(message, "the frame is not as large as the canvas");
    }
    size_t capacity = (size_t)size.width * size.height * 3;
    if (!WebPDecodeRGBInto(bytes, count, pixels, capacity, (int)(size.width * 3))) {
        return fail_with(message, "the file is truncated or malformed");
    }
    return true;
}

bool cimages_webp_chunk(
    const uint8_t* bytes, size_t count, const char* name, size_t* offset, size_t* length
) {
    WebPData data = {bytes, count};
    WebPDemuxer* demuxer = WebPDemux(&data);
    if (!demuxer) return false;
    WebPChunkIterator chunk;
    bool found = WebPDemuxGetChunk(demuxer, name, 1, &chunk);
    if (found) {
        *offset = (size_t)(chunk.chunk.bytes - bytes);
        *length = chunk.chunk.size;
    }
    WebPDemuxReleaseChunkIterator(&chunk);
    WebPDemuxDelete(demuxer);
    return found;
}
