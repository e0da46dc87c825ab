#include "utf8.h"

#define REPLACEMENT 0xFFFDu

static uint32_t next_code_point(const uint16_t *units, uint32_t count, uint32_t *at) {
  uint32_t unit = units[(*at)++];
  if ((unit & 0xF800) != 0xD800) return unit;
  if (unit >= 0xDC00 || *at == count || (units[*at] & 0xFC00) != 0xDC00) return REPLACEMENT;
  return 0x10000 + ((unit & 0x3FF) << 10) + (units[(*at)++] & 0x3FFu);
}

static uint32_t encode(uint32_t code, uint8_t *bytes) {
  if (code < 0x80) {
    bytes[0] = (uint8_t)code;
    return 1;
  }
  uint32_t more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  static const uint8_t leads[] = {0, 0xC0, 0xE0, 0xF0};
  bytes[0] = (uint8_t)(leads[more] | code >> (6 * more));
  for (uint32_t index = 1; index <= more; index++)
    bytes[index] = (uint8_t)(0x80 | ((code >> (6 * (more - index))) & 0x3F));
  return more + 1;
}

uint32_t hx_encode_utf8(const uint16_t *units, uint32_t count, uint32_t *at, uint8_t *bytes, uint32_t capacity) {
  uint32_t written = 0;
  while (*at < count && capacity - written >= 4) written += encode(next_code_point(units, count, at), bytes + written);
  return written;
}

uint32_t hx_utf8_length(const uint16_t *units, uint32_t count) {
  uint32_t length = 0;
  for (uint32_t at = 0; at < count;) {
    uint32_t code = next_code_point(units, count, &at);
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

/** Of a sequence that begins with this byte; 0 where none does. */
static uint32_t sequence_length(uint8_t lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/** Can the byte be the second one? Some would make an overlong form, a surrogate, or a number beyond Unicode. */
static bool may_follow(uint8_t lead, uint8_t second) {
  uint8_t least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  uint8_t most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  return second >= least && second <= most;
}

uint32_t hx_decode_utf8(const uint8_t *bytes, uint32_t count, uint32_t *at) {
  uint8_t lead = bytes[(*at)++];
  if (lead < 0x80) return lead;
  uint32_t length = sequence_length(lead);
  if (length == 0 || *at == count || !may_follow(lead, bytes[*at])) return REPLACEMENT;
  uint32_t code = lead & (0xFFu >> (length + 1));
  for (uint32_t index = 1; index < length; index++) {
    if (*at == count || (bytes[*at] & 0xC0) != 0x80) return REPLACEMENT;
    code = code << 6 | (bytes[(*at)++] & 0x3Fu);
  }
  return code;
}
