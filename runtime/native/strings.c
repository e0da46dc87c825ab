/**
 * Strings: UTF-16, immutable. A long concatenation goes to a text buffer with room at its end; appending to the string
 * that ends where the buffer's text ends extends it in place, so that building text piece by piece takes linear time.
 */
#include "inline.h"

#include "fatal.h"
#include "utf8.h"

/** A shorter concatenation is copied whole. */
#define LEAST_BUFFERED 64
#define MOST_UNITS (1 << 29)

static HxString *allocate_string(int32_t length) {
  HxString *text = hx_allocate(&hx_string_type, sizeof(HxString) + (size_t)length * sizeof(uint16_t));
  text->length = length;
  text->units = text->own;
  return text;
}

static void copy_units(uint16_t *to, const uint16_t *from, int32_t count) {
  __builtin_memcpy(to, from, (size_t)count * sizeof(uint16_t));
}

HxString *hx_new_string(const uint16_t *units, int32_t length) {
  HxString *text = allocate_string(length);
  copy_units(text->own, units, length);
  return text;
}

HxString *hx_ascii(const char *ascii) {
  int32_t length = 0;
  while (ascii[length] != 0) length++;
  HxString *text = allocate_string(length);
  for (int32_t index = 0; index < length; index++) text->own[index] = (uint16_t)ascii[index];
  return text;
}

int32_t hx_string_length(HxString *text) {
  return text->length;
}

int32_t hx_string_char_code_at(HxString *text, int32_t index) {
  return hx_inline_char_code_at(text, index);
}

/* ---- Concatenation ---- */

static HxString *null_text(void) {
  static const uint16_t units[] = u"null";
  static HxString text = {{&hx_string_type}, 4, 0, units};
  return &text;
}

/** The buffer that the string could be extended in; null where it is not in one, or not at its end, or there is no room. */
static HxTextBuffer *extensible_buffer(const HxString *text, int32_t extra) {
  if (text->units == text->own || !hx_in_heap(text->units)) return NULL;
  HxTextBuffer *buffer = (HxTextBuffer *)((uintptr_t)text->units - offsetof(HxTextBuffer, units));
  bool fits = buffer->used == (uint32_t)text->length && buffer->capacity - buffer->used >= (uint32_t)extra;
  return fits ? buffer : NULL;
}

static HxTextBuffer *new_buffer(const HxString *text, int32_t length) {
  int32_t capacity = length + length / 2;
  HxTextBuffer *buffer =
      hx_allocate(&hx_text_buffer_type, sizeof(HxTextBuffer) + (size_t)capacity * sizeof(uint16_t));
  buffer->capacity = (uint32_t)capacity;
  copy_units(buffer->units, text->units, text->length);
  return buffer;
}

static HxString *concat_buffered(HxString *left, HxString *right) {
  int32_t length = left->length + right->length;
  HxTextBuffer *buffer = extensible_buffer(left, right->length);
  if (buffer == NULL) buffer = new_buffer(left, length);
  copy_units(buffer->units + left->length, right->units, right->length);
  buffer->used = (uint32_t)length;
  HxString *text = hx_allocate(&hx_string_type, sizeof(HxString));
  text->length = length;
  text->units = buffer->units;
  return text;
}

HxString *hx_string_concat(HxString *left, HxString *right) {
  if (left == NULL) left = null_text();
  if (right == NULL) right = null_text();
  if (right->length == 0) return left;
  if (left->length == 0) return right;
  if (left->length > MOST_UNITS - right->length) hx_fatal("Out of memory: a string of more than 536870912 units");
  int32_t length = left->length + right->length;
  if (length >= LEAST_BUFFERED) return concat_buffered(left, right);
  HxString *text = allocate_string(length);
  copy_units(text->own, left->units, left->length);
  copy_units(text->own + left->length, right->units, right->length);
  return text;
}

static HxString *part_at(const HxArray *parts, int32_t index) {
  HxObject *part = hx_inline_ref(parts->values[index]);
  return part == NULL ? null_text() : (HxString *)part;
}

static int32_t joined_length(const HxArray *parts, const HxString *separator) {
  int64_t length = 0;
  for (int32_t index = 0; index < parts->length; index++)
    length += part_at(parts, index)->length + (index == 0 ? 0 : separator->length);
  if (length > MOST_UNITS) hx_fatal("Out of memory: a string of more than 536870912 units");
  return (int32_t)length;
}

HxString *hx_string_join(HxArray *parts, HxString *separator) {
  if (separator == NULL) separator = null_text();
  HxString *text = allocate_string(joined_length(parts, separator));
  uint16_t *at = text->own;
  for (int32_t index = 0; index < parts->length; index++) {
    if (index > 0) {
      copy_units(at, separator->units, separator->length);
      at += separator->length;
    }
    HxString *part = part_at(parts, index);
    copy_units(at, part->units, part->length);
    at += part->length;
  }
  return text;
}

/* ---- Parts and searches ---- */

HxString *hx_string_slice(HxString *text, int32_t start, int32_t end) {
  return end - start == text->length ? text : hx_new_string(text->units + start, end - start);
}

HxString *hx_string_from_char_code(int32_t code) {
  uint16_t unit = (uint16_t)code;
  return hx_new_string(&unit, 1);
}

static bool matches_at(const HxString *text, const HxString *part, int32_t at) {
  return __builtin_memcmp(text->units + at, part->units, (size_t)part->length * sizeof(uint16_t)) == 0;
}

int32_t hx_string_index_of(HxString *text, HxString *part, int32_t from) {
  for (int32_t at = from < 0 ? 0 : from; at <= text->length - part->length; at++)
    if (matches_at(text, part, at)) return at;
  return -1;
}

int32_t hx_string_last_index_of(HxString *text, HxString *part, int32_t from) {
  int32_t last = text->length - part->length;
  for (int32_t at = from < last ? from : last; at >= 0; at--)
    if (matches_at(text, part, at)) return at;
  return -1;
}

/* ---- Comparison ---- */

int32_t hx_string_compare(HxString *left, HxString *right) {
  int32_t shorter = left->length < right->length ? left->length : right->length;
  for (int32_t index = 0; index < shorter; index++) {
    int32_t difference = left->units[index] - right->units[index];
    if (difference != 0) return difference;
  }
  return left->length - right->length;
}

int32_t hx_string_eq(HxString *left, HxString *right) {
  if (left == right) return 1;
  if (left == NULL || right == NULL || left->length != right->length) return 0;
  return matches_at(left, right, 0);
}

int32_t hx_string_hash(HxString *text) {
  if (text->hash != 0) return text->hash;
  uint32_t hash = 0;
  for (int32_t index = 0; index < text->length; index++) hash = hash * 31u + text->units[index];
  text->hash = (int32_t)hash;
  return text->hash;
}

/* ---- UTF-8 ---- */

static uint32_t utf16_length(const uint8_t *bytes, uint32_t count) {
  uint32_t length = 0;
  for (uint32_t at = 0; at < count;) length += hx_decode_utf8(bytes, count, &at) >= 0x10000 ? 2 : 1;
  return length;
}

HxString *hx_string_from_utf8(const uint8_t *bytes, uint32_t count) {
  HxString *text = allocate_string((int32_t)utf16_length(bytes, count));
  uint16_t *to = text->own;
  for (uint32_t at = 0; at < count;) {
    uint32_t code = hx_decode_utf8(bytes, count, &at);
    if (code < 0x10000) {
      *to++ = (uint16_t)code;
    } else {
      *to++ = (uint16_t)(0xD800 + ((code - 0x10000) >> 10));
      *to++ = (uint16_t)(0xDC00 + (code & 0x3FF));
    }
  }
  return text;
}
