#include "vorbis_codebook.h"

#include <math.h>
#include <stdlib.h>

enum { SYNC = 0x564342, DEEPEST = 32 };

/** The specification's packed floats: a mantissa of 21 bits, an exponent of 10, a sign. */
static float unpack_float(uint32_t packed) {
  double mantissa = packed & 0x1fffff;
  int32_t exponent = (int32_t)(packed >> 21 & 0x3ff);
  return (float)ldexp(packed >> 31 ? -mantissa : mantissa, exponent - 788);
}

/** Length by length, how many entries follow. */
static bool read_ordered_lengths(BitReader *bits, uint8_t *lengths, uint32_t entries) {
  uint32_t length = bits_read(bits, 5) + 1;
  for (uint32_t entry = 0; entry < entries; length++) {
    uint32_t count = bits_read(bits, bits_of(entries - entry));
    if (bits->has_ended || length > DEEPEST || count > entries - entry) return false;
    memset(lengths + entry, (int)length, count);
    entry += count;
  }
  return true;
}

/** A length an entry, 0 for one that is not in use. */
static bool read_lengths(BitReader *bits, uint8_t *lengths, uint32_t entries) {
  if (bits_read(bits, 1)) return read_ordered_lengths(bits, lengths, entries);
  bool is_sparse = bits_read(bits, 1);
  for (uint32_t entry = 0; entry < entries && !bits->has_ended; entry++) {
    if (!is_sparse || bits_read(bits, 1)) lengths[entry] = (uint8_t)(bits_read(bits, 5) + 1);
  }
  return !bits->has_ended;
}

static int by_code(const void *left, const void *right) {
  uint32_t a = ((const Codeword *)left)->code, b = ((const Codeword *)right)->code;
  return (a > b) - (a < b);
}

/**
 * Gives each entry the lowest code of its length that is still free. At any time there is at most one free node at each depth. False for
 * lengths that no tree has, or that leave some of it empty; only a book of one entry may.
 */
static bool assign_codes(const uint8_t *lengths, uint32_t entries, Codeword *words) {
  bool is_free[DEEPEST + 1] = {true};
  uint32_t nodes[DEEPEST + 1] = {0}, used = 0;
  for (uint32_t entry = 0; entry < entries; entry++) {
    int32_t length = lengths[entry], depth = length;
    if (length == 0) continue;
    while (depth >= 0 && !is_free[depth]) depth--;
    if (depth < 0) return false;
    words[used++] = (Codeword){nodes[depth], (uint32_t)length, entry};
    is_free[depth] = false;
    for (int32_t below = depth + 1; below <= length; below++) {
      is_free[below] = true;
      nodes[below] = nodes[depth] + (1u << (DEEPEST - below));
    }
  }
  for (int32_t depth = 0; depth <= DEEPEST && used > 1; depth++) {
    if (is_free[depth]) return false;
  }
  return true;
}

static void index_short_codes(Codebook *book) {
  for (uint32_t next = 0; next < 1 << CODEBOOK_SHORT; next++) book->short_codes[next] = -1;
  for (uint32_t row = 0; row < book->codeword_count; row++) {
    const Codeword *word = &book->codewords[row];
    if (word->length > CODEBOOK_SHORT) continue;
    uint32_t first = __builtin_bitreverse32(word->code), step = 1u << word->length;
    for (uint32_t next = first; next < 1 << CODEBOOK_SHORT; next += step) book->short_codes[next] = (int32_t)row;
  }
  // The one entry of a book is what either bit says.
  if (book->codeword_count == 1 && book->codewords[0].length == 1) memset(book->short_codes, 0, sizeof book->short_codes);
}

static bool read_codes(Codebook *book, BitReader *bits, VorbisMemory *memory) {
  uint8_t *lengths = vorbis_allocate(memory, book->entries + 1, 1);
  if (!lengths || !read_lengths(bits, lengths, book->entries)) return false;
  for (uint32_t entry = 0; entry < book->entries; entry++) book->codeword_count += lengths[entry] > 0;
  Codeword *words = vorbis_allocate(memory, book->codeword_count + 1, sizeof *words);
  if (!words || !assign_codes(lengths, book->entries, words)) return false;
  qsort(words, book->codeword_count, sizeof *words, by_code);
  book->codewords = words;
  index_short_codes(book);
  return true;
}

static bool fits(uint32_t base, uint32_t exponent, uint32_t most) {
  uint64_t power = 1;
  for (uint32_t i = 0; i < exponent && power <= most; i++) power *= base;
  return power <= most;
}

/** How many values a lattice has in each dimension: the most whose power is not above the entries. */
static uint32_t lattice_values(uint32_t entries, uint32_t dimensions) {
  if (dimensions == 1) return entries;
  uint32_t count = 0;
  while (fits(count + 1, dimensions, entries)) count++;
  return count;
}

static bool read_values(Codebook *book, BitReader *bits, VorbisMemory *memory) {
  float minimum = unpack_float(bits_read(bits, 32)), delta = unpack_float(bits_read(bits, 32));
  uint32_t value_bits = bits_read(bits, 4) + 1;
  book->is_sequence = bits_read(bits, 1);
  book->value_count =
    book->lookup == LOOKUP_LATTICE ? lattice_values(book->entries, book->dimensions) : book->entries * book->dimensions;
  if ((uint64_t)book->value_count * value_bits > bits_left(bits)) return false;
  float *values = vorbis_allocate(memory, book->value_count + 1, sizeof *values);
  if (!values) return false;
  for (uint32_t i = 0; i < book->value_count; i++) values[i] = (float)bits_read(bits, value_bits) * delta + minimum;
  book->values = values;
  return true;
}

bool codebook_read(Codebook *book, BitReader *bits, VorbisMemory *memory) {
  if (bits_read(bits, 24) != SYNC) return false;
  book->dimensions = bits_read(bits, 16);
  book->entries = bits_read(bits, 24);
  if (book->dimensions == 0 || bits_of(book->dimensions) + bits_of(book->entries) > 24) return false;
  if (!read_codes(book, bits, memory)) return false;
  uint32_t lookup = bits_read(bits, 4);
  if (bits->has_ended || lookup > LOOKUP_LIST) return false;
  book->lookup = (CodebookLookup)lookup;
  return lookup == LOOKUP_NONE || read_values(book, bits, memory);
}

/** The last row whose code is not above the bits. */
static uint32_t find_row(const Codebook *book, uint32_t bits) {
  uint32_t low = 0, high = book->codeword_count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (book->codewords[middle].code <= bits) low = middle;
    else high = middle;
  }
  return low;
}

int32_t codebook_entry(const Codebook *book, BitReader *bits) {
  if (book->codeword_count == 0) return -1;
  uint32_t next = bits_peek(bits);
  int32_t row = book->short_codes[next & ((1 << CODEBOOK_SHORT) - 1)];
  if (row < 0) row = (int32_t)find_row(book, __builtin_bitreverse32(next));
  const Codeword *word = &book->codewords[row];
  return bits_skip(bits, word->length) ? (int32_t)word->entry : -1;
}

bool codebook_add_vector(const Codebook *book, BitReader *bits, float *to, uint32_t stride, uint32_t count) {
  int32_t entry = codebook_entry(book, bits);
  if (entry < 0) return false;
  if (count > book->dimensions) count = book->dimensions;
  // In a lattice the entry's digits, the lowest first, say each dimension's value.
  uint32_t digits = (uint32_t)entry, first = (uint32_t)entry * book->dimensions;
  float before = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t at = first + i;
    if (book->lookup == LOOKUP_LATTICE) {
      at = digits % book->value_count;
      digits /= book->value_count;
    }
    float value = book->values[at] + before;
    if (book->is_sequence) before = value;
    to[(size_t)i * stride] += value;
  }
  return true;
}
