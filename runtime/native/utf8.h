/** UTF-16 to UTF-8 and back; what is malformed in either becomes U+FFFD. */
#ifndef HX_UTF8_H
#define HX_UTF8_H

#include <stdbool.h>
#include <stdint.h>

/** Encodes units from `*at` on while they fit, and gives the number of bytes written. */
uint32_t hx_encode_utf8(const uint16_t *units, uint32_t count, uint32_t *at, uint8_t *bytes, uint32_t capacity);

/** Decodes the code point at `*at` and moves on. */
uint32_t hx_decode_utf8(const uint8_t *bytes, uint32_t count, uint32_t *at);

#endif
