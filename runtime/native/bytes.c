/** Bytes whose number never changes. Both machines that this is compiled for are little-endian. */
#include "inline.h"

#include "utf8.h"

HxBytes *hx_bytes_alloc(int32_t size) {
  HxBytes *bytes = hx_allocate(&hx_bytes_type, sizeof(HxBytes) + (size_t)size);
  bytes->length = size;
  return bytes;
}

int32_t hx_bytes_length(HxBytes *bytes) {
  return bytes->length;
}

int32_t hx_bytes_get(HxBytes *bytes, int32_t at) {
  return hx_inline_bytes_get(bytes, at);
}

void hx_bytes_set(HxBytes *bytes, int32_t at, int32_t value) {
  bytes->bytes[at] = (uint8_t)value;
}

int32_t hx_bytes_get_uint16(HxBytes *bytes, int32_t at) {
  return hx_inline_bytes_get_uint16(bytes, at);
}

void hx_bytes_set_uint16(HxBytes *bytes, int32_t at, int32_t value) {
  hx_inline_bytes_set_uint16(bytes, at, value);
}

int32_t hx_bytes_get_int32(HxBytes *bytes, int32_t at) {
  return hx_inline_bytes_get_int32(bytes, at);
}

void hx_bytes_set_int32(HxBytes *bytes, int32_t at, int32_t value) {
  hx_inline_bytes_set_int32(bytes, at, value);
}

double hx_bytes_get_float32(HxBytes *bytes, int32_t at) {
  return hx_inline_bytes_get_float32(bytes, at);
}

void hx_bytes_set_float32(HxBytes *bytes, int32_t at, double value) {
  hx_inline_bytes_set_float32(bytes, at, value);
}

double hx_bytes_get_float64(HxBytes *bytes, int32_t at) {
  return hx_inline_bytes_get_float64(bytes, at);
}

void hx_bytes_set_float64(HxBytes *bytes, int32_t at, double value) {
  hx_inline_bytes_set_float64(bytes, at, value);
}

void hx_bytes_blit(HxBytes *src, int32_t src_at, HxBytes *dst, int32_t dst_at, int32_t count) {
  __builtin_memmove(dst->bytes + dst_at, src->bytes + src_at, (size_t)count);
}

void hx_bytes_fill(HxBytes *bytes, int32_t start, int32_t end, int32_t value) {
  __builtin_memset(bytes->bytes + start, value & 0xFF, (size_t)(end - start));
}

HxBytes *hx_bytes_slice(HxBytes *bytes, int32_t start, int32_t end) {
  HxBytes *piece = hx_bytes_alloc(end - start);
  hx_bytes_blit(bytes, start, piece, 0, end - start);
  return piece;
}

static int32_t sign(int32_t value) {
  return (value > 0) - (value < 0);
}

int32_t hx_bytes_compare(HxBytes *left, HxBytes *right) {
  int32_t shared = left->length < right->length ? left->length : right->length;
  int32_t order = __builtin_memcmp(left->bytes, right->bytes, (size_t)shared);
  return sign(order != 0 ? order : left->length - right->length);
}

HxBytes *hx_bytes_of_text(HxString *text) {
  uint32_t count = (uint32_t)text->length;
  HxBytes *bytes = hx_bytes_alloc((int32_t)hx_utf8_length(text->units, count));
  uint8_t *to = bytes->bytes;
  for (uint32_t at = 0; at < count;) {
    uint8_t piece[256];
    uint32_t written = hx_encode_utf8(text->units, count, &at, piece, sizeof piece);
    __builtin_memcpy(to, piece, written);
    to += written;
  }
  return bytes;
}

HxString *hx_bytes_to_text(HxBytes *bytes, int32_t start, int32_t end) {
  return hx_string_from_utf8(bytes->bytes + start, (uint32_t)(end - start));
}
