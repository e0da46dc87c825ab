/**
 * Decoders of meshoptimizer's codecs, version 1, written from the glTF extension KHR_meshopt_compression; the TypeScript
 * twins are asset_tools/fpkg/meshopt_vertices.ts and meshopt_indices.ts.
 */
#ifndef HX_MESHOPT_H
#define HX_MESHOPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Writes `count` vertices of `stride` bytes, a multiple of 4 up to 256. False for bytes that are none of the codec's. */
bool meshopt_decode_vertices(const uint8_t *src, size_t size, uint32_t count, uint32_t stride, uint8_t *dst);

/** Writes `count` indices, a multiple of 3. False for bytes that are none of the codec's. */
bool meshopt_decode_indices(const uint8_t *src, size_t size, uint32_t count, uint32_t *dst);

#endif
