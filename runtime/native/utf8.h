/**
 * UTF-16 to UTF-8 and back. A lone surrogate becomes U+FFFD, and so does each malformed sequence of bytes: the longest
 * start of a well-formed one, or else a single byte (https://encoding.spec.whatwg.org/#utf-8-decoder).
 */
#ifndef HX_UTF8_H
#define HX_UTF8_H

#include <stdbool.h>
#include <stdint.h>

/** Encodes units from `*at` on while they fit, and gives the number of bytes written. */
uint32_t hx_encode_utf8(const uint16_t *units, uint32_t count, uint32_t *at, uint8_t *bytes, uint32_t capacity);

/** How many bytes all the units take. */
uint32_t hx_utf8_length(const uint16_t *units, uint32_t count);

/** Decodes the code point at `*at` and moves on. */
uint32_t hx_decode_utf8(const uint8_t *bytes, uint32_t count, uint32_t *at);

#endif
