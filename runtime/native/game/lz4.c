#include "lz4.h"

#include <string.h>

/** A nibble's length, continued by bytes while they are 255; false past the end. */
static bool read_length(const uint8_t **at, const uint8_t *end, size_t *length) {
  if (*length != 15) return true;
  uint8_t more;
  do {
    if (*at == end) return false;
    more = *(*at)++;
    *length += more;
  } while (more == 255);
  return true;
}

bool lz4_decode(const uint8_t *src, size_t src_size, uint8_t *dst, size_t size) {
  const uint8_t *at = src, *end = src + src_size;
  size_t filled = 0;
  while (at < end) {
    uint8_t token = *at++;
    size_t literals = token >> 4;
    if (!read_length(&at, end, &literals)) return false;
    if (literals > (size_t)(end - at) || literals > size - filled) return false;
    memcpy(dst + filled, at, literals);
    at += literals;
    filled += literals;
    if (at == end) break;

    if (end - at < 2) return false;
    size_t distance = (size_t)at[0] | (size_t)at[1] << 8;
    at += 2;
    size_t length = token & 15;
    if (!read_length(&at, end, &length)) return false;
    length += 4;
    if (distance == 0 || distance > filled || length > size - filled) return false;
    // Byte by byte: a match may overlap what it writes.
    for (size_t i = 0; i < length; i++, filled++) dst[filled] = dst[filled - distance];
  }
  return filled == size;
}
