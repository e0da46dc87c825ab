#include <string.h>

#include "meshopt.h"

enum { HEADER = 0xA1, BLOCK_BYTES = 8192, MAX_BLOCK = 256, GROUP = 16, MIN_TAIL = 24, MAX_STRIDE = 256 };

/** The bytes of a block that are still to be read. */
typedef struct Input {
  const uint8_t *at, *end;
} Input;

static bool take(Input *input, size_t size, const uint8_t **bytes) {
  if ((size_t)(input->end - input->at) < size) return false;
  *bytes = input->at;
  input->at += size;
  return true;
}

/** 16 deltas of 1, 2 or 4 bits; all ones stand for a byte that follows the group. */
static bool read_small(Input *input, uint32_t bits, uint8_t *plane) {
  const uint8_t *packed, *whole;
  if (!take(input, bits * 2, &packed)) return false;
  uint32_t ones = (1u << bits) - 1, per_byte = 8 / bits;
  for (uint32_t i = 0; i < GROUP; i++) {
    uint32_t in_byte = i % per_byte;
    // Single bits lie from the lowest on, the others from the highest.
    uint32_t shift = bits == 1 ? in_byte : 8 - bits - in_byte * bits;
    uint32_t value = (packed[i / per_byte] >> shift) & ones;
    if (value == ones) {
      if (!take(input, 1, &whole)) return false;
      value = *whole;
    }
    plane[i] = (uint8_t)value;
  }
  return true;
}

static bool read_groups(Input *input, uint32_t kind, uint32_t size, uint8_t *plane) {
  static const uint8_t group_bits[2][4] = {{0, 1, 2, 4}, {1, 2, 4, 8}};
  uint32_t groups = (size + GROUP - 1) / GROUP;
  const uint8_t *headers, *whole;
  if (!take(input, (groups + 3) / 4, &headers)) return false;
  for (uint32_t group = 0; group < groups; group++, plane += GROUP) {
    uint32_t bits = group_bits[kind][(headers[group / 4] >> (group % 4 * 2)) & 3];
    if (bits == 0) {
      memset(plane, 0, GROUP);
    } else if (bits == 8) {
      if (!take(input, GROUP, &whole)) return false;
      memcpy(plane, whole, GROUP);
    } else if (!read_small(input, bits, plane)) {
      return false;
    }
  }
  return true;
}

/** Fills the planes of a block, MAX_BLOCK bytes each. */
static bool read_planes(Input *input, uint32_t stride, uint32_t size, uint8_t *planes) {
  const uint8_t *kinds, *whole;
  if (!take(input, stride / 4, &kinds)) return false;
  for (uint32_t byte = 0; byte < stride; byte++, planes += MAX_BLOCK) {
    uint32_t kind = (kinds[byte / 4] >> (byte % 4 * 2)) & 3;
    if (kind == 2) {
      memset(planes, 0, size);
    } else if (kind == 3) {
      if (!take(input, size, &whole)) return false;
      memcpy(planes, whole, size);
    } else if (!read_groups(input, kind, size, planes)) {
      return false;
    }
  }
  return true;
}

static uint32_t unzigzag(uint32_t delta) {
  return (delta >> 1) ^ (0u - (delta & 1));
}

/** The four bytes of a plane group that belong to a vertex. */
static uint32_t word_of(const uint8_t *planes, uint32_t vertex) {
  return planes[vertex] | (uint32_t)planes[vertex + MAX_BLOCK] << 8 | (uint32_t)planes[vertex + 2 * MAX_BLOCK] << 16 |
    (uint32_t)planes[vertex + 3 * MAX_BLOCK] << 24;
}

/** Adds the deltas of four bytes of each vertex of a block to those of the vertex before. */
static bool apply_channel(uint32_t kind, const uint8_t *planes, uint8_t *last, uint8_t *dst, uint32_t stride, uint32_t size) {
  uint32_t rotation = kind >> 4;
  if ((kind & 3) == 3) return false;
  for (uint32_t vertex = 0; vertex < size; vertex++, dst += stride) {
    uint32_t delta = word_of(planes, vertex);
    if ((kind & 3) == 0) {
      for (uint32_t byte = 0; byte < 4; byte++) last[byte] = (uint8_t)(last[byte] + unzigzag(delta >> (byte * 8) & 0xFF));
    } else if ((kind & 3) == 1) {
      for (uint32_t byte = 0; byte < 4; byte += 2) {
        uint32_t value = (last[byte] | (uint32_t)last[byte + 1] << 8) + unzigzag(delta >> (byte * 8) & 0xFFFF);
        last[byte] = (uint8_t)value;
        last[byte + 1] = (uint8_t)(value >> 8);
      }
    } else {
      uint32_t turned = rotation == 0 ? delta : delta >> rotation | delta << (32 - rotation);
      for (uint32_t byte = 0; byte < 4; byte++) last[byte] ^= (uint8_t)(turned >> (byte * 8));
    }
    memcpy(dst, last, 4);
  }
  return true;
}

bool meshopt_decode_vertices(const uint8_t *src, size_t size, uint32_t count, uint32_t stride, uint8_t *dst) {
  static uint8_t planes[MAX_BLOCK * MAX_STRIDE];
  size_t tail_size = stride + stride / 4;
  size_t tail_space = tail_size < MIN_TAIL ? MIN_TAIL : tail_size;
  if (stride == 0 || stride > MAX_STRIDE || stride % 4 != 0) return false;
  if (size < tail_space + 1 || src[0] != HEADER) return false;
  const uint8_t *tail = src + size - tail_size;
  uint8_t last[MAX_STRIDE];
  memcpy(last, tail, stride);
  Input input = {src + 1, src + size - tail_space};
  uint32_t block = BLOCK_BYTES / stride / GROUP * GROUP;
  if (block > MAX_BLOCK) block = MAX_BLOCK;
  for (uint32_t first = 0; first < count; first += block) {
    uint32_t length = count - first < block ? count - first : block;
    if (!read_planes(&input, stride, length, planes)) return false;
    for (uint32_t channel = 0; channel < stride; channel += 4) {
      uint8_t *to = dst + (size_t)first * stride + channel;
      uint8_t kind = tail[stride + channel / 4];
      if (!apply_channel(kind, planes + channel * MAX_BLOCK, last + channel, to, stride, length)) return false;
    }
  }
  return input.at == input.end;
}
