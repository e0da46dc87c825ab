/** Reads the bits of a packet, the least significant of a byte first. (Vorbis I specification, section 2.) */
#ifndef HX_BIT_READER_H
#define HX_BIT_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/** `has_ended` once more was asked for than there is; every later answer is 0. */
typedef struct BitReader {
  const uint8_t *bytes;
  size_t size;
  /** In bits. */
  uint64_t at;
  bool has_ended;
} BitReader;

static inline uint64_t bits_left(const BitReader *bits) {
  return (uint64_t)bits->size * 8 - bits->at;
}

/** The next 32 bits, zeros behind the end, without taking them. */
static inline uint32_t bits_peek(const BitReader *bits) {
  size_t first = (size_t)(bits->at >> 3);
  size_t there = bits->size - first;
  uint64_t word = 0;
  memcpy(&word, bits->bytes + first, there < sizeof word ? there : sizeof word);
  return (uint32_t)(word >> (bits->at & 7));
}

/** Takes bits that have been looked at; false, with the end reached, where there are not so many. */
static inline bool bits_skip(BitReader *bits, uint32_t count) {
  if (count > bits_left(bits)) {
    bits->at = (uint64_t)bits->size * 8;
    bits->has_ended = true;
    return false;
  }
  bits->at += count;
  return true;
}

/** A number of up to 32 bits; 0 at the end. */
static inline uint32_t bits_read(BitReader *bits, uint32_t count) {
  uint32_t word = bits_peek(bits);
  if (!bits_skip(bits, count)) return 0;
  return count == 32 ? word : word & ((1u << count) - 1);
}

/** Bits that a number takes: `ilog` of the specification. */
static inline uint32_t bits_of(uint32_t number) {
  return number == 0 ? 0 : 32 - (uint32_t)__builtin_clz(number);
}

#endif
