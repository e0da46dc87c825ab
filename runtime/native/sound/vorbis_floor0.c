#include <math.h>

#include "vorbis_floor.h"

static const double PI = 3.14159265358979323846, DECIBEL = 0.11512925464970228;

/**
 * The Bark scale as Xiph's decoder has it; the specification's text has one bracket elsewhere.
 */
static double bark(double hertz) {
  return 13.1 * atan(0.00074 * hertz) + 2.24 * atan(hertz * hertz * 1.85e-8) + 1e-4 * hertz;
}

/** For `count` lines up to half of the rate. */
static const uint16_t *map_to_bark(double rate, uint32_t size, uint32_t count, VorbisMemory *memory) {
  uint16_t *map = vorbis_allocate(memory, count, sizeof *map);
  if (!map) return NULL;
  double scale = size / bark(rate / 2);
  for (uint32_t line = 0; line < count; line++) {
    double place = floor(bark(rate / 2 / count * line) * scale);
    map[line] = (uint16_t)(place < size ? place : size - 1);
  }
  return map;
}

bool floor0_read(Floor0 *floor, BitReader *bits, Books books, const uint32_t *block_sizes, VorbisMemory *memory) {
  floor->order = bits_read(bits, 8);
  uint32_t rate = bits_read(bits, 16);
  floor->bark_size = bits_read(bits, 16);
  floor->amplitude_bits = bits_read(bits, 6);
  floor->amplitude_offset = bits_read(bits, 8);
  floor->book_count = bits_read(bits, 4) + 1;
  for (uint32_t i = 0; i < floor->book_count; i++) {
    uint32_t book = bits_read(bits, 8);
    if (book >= books.count || books.rows[book].lookup == LOOKUP_NONE) return false;
    floor->books[i] = (uint8_t)book;
  }
  if (bits->has_ended || floor->order == 0 || rate == 0 || floor->bark_size == 0 || floor->amplitude_bits > 32) return false;
  for (uint32_t block = 0; block < 2; block++) {
    floor->bark[block] = map_to_bark(rate, floor->bark_size, block_sizes[block] / 2, memory);
    if (!floor->bark[block]) return false;
  }
  return true;
}

bool floor0_decode(const Floor0 *floor, BitReader *bits, Books books, FloorValues *values) {
  values->zero.amplitude = bits_read(bits, floor->amplitude_bits);
  if (values->zero.amplitude == 0) return false;
  uint32_t number = bits_read(bits, bits_of(floor->book_count));
  if (bits->has_ended || number >= floor->book_count) return false;
  const Codebook *book = &books.rows[floor->books[number]];
  float *coefficients = values->zero.coefficients, last = 0;
  memset(coefficients, 0, sizeof values->zero.coefficients);
  for (uint32_t at = 0; at < floor->order;) {
    uint32_t left = floor->order - at, count = left < book->dimensions ? left : book->dimensions;
    for (uint32_t i = 0; i < count; i++) coefficients[at + i] = last;
    if (!codebook_add_vector(book, bits, coefficients + at, 1, count)) return false;
    at += count;
    last = coefficients[at - 1];
  }
  return true;
}

/** One over the filter's strength at an angle; `pairs` are twice the cosines of its coefficients. */
static double response(const double *pairs, uint32_t order, double angle) {
  double w = 2 * cos(angle), p = 0.5, q = 0.5;
  for (uint32_t i = 0; i + 1 < order; i += 2) {
    q *= w - pairs[i];
    p *= w - pairs[i + 1];
  }
  if (order % 2 == 1) {
    q *= w - pairs[order - 1];
    return 1 / sqrt(p * p * (4 - w * w) + q * q);
  }
  return 1 / sqrt(p * p * (2 - w) + q * q * (2 + w));
}

void floor0_apply(const Floor0 *floor, const FloorValues *values, uint32_t block, float *spectrum, uint32_t count) {
  double pairs[FLOOR0_MOST_ORDER];
  for (uint32_t i = 0; i < floor->order; i++) pairs[i] = 2 * cos(values->zero.coefficients[i]);
  double most = ldexp(1, (int)floor->amplitude_bits) - 1;
  double amplitude = values->zero.amplitude / most * floor->amplitude_offset;
  const uint16_t *places = floor->bark[block];
  for (uint32_t line = 0; line < count;) {
    uint16_t place = places[line];
    double decibels = amplitude * response(pairs, floor->order, PI * place / floor->bark_size) - floor->amplitude_offset;
    float gain = (float)exp(decibels * DECIBEL);
    for (; line < count && places[line] == place; line++) spectrum[line] *= gain;
  }
}
