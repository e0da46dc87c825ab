#ifndef HX_CRC32_H
#define HX_CRC32_H

#include <stddef.h>
#include <stdint.h>

/** CRC-32 of IEEE 802.3, as PNG and FPKG use it. */
uint32_t crc32(const uint8_t *bytes, size_t size);

#endif
