#ifndef HX_LZ4_H
#define HX_LZ4_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Unpacks one LZ4 block of exactly `size` bytes; false where the input is damaged. (LZ4 block format, v1.6.) */
bool lz4_decode(const uint8_t *src, size_t src_size, uint8_t *dst, size_t size);

#endif
