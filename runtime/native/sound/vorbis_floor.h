/** Floors: the smooth curve under a channel's spectrum. (Vorbis I specification, sections 6 and 7.) */
#ifndef HX_VORBIS_FLOOR_H
#define HX_VORBIS_FLOOR_H

#include "vorbis_codebook.h"

enum { FLOOR0_MOST_ORDER = 255, FLOOR1_MOST_CLASSES = 16, FLOOR1_MOST_VALUES = 2 + 31 * 8 };

/** A line spectral pair filter. */
typedef struct Floor0 {
  uint32_t order, amplitude_bits, amplitude_offset, bark_size;
  uint32_t book_count;
  uint8_t books[16];
  /** For each block size where on the Bark scale each line of the spectrum is. */
  const uint16_t *bark[2];
} Floor0;

typedef struct Floor1Class {
  uint32_t dimensions, subclass_bits;
  uint32_t main_book;
  /** -1 for values that are 0. */
  int32_t books[8];
} Floor1Class;

/** Straight lines between points. */
typedef struct Floor1 {
  uint32_t partition_count, multiplier, value_count;
  uint8_t partitions[31];
  Floor1Class classes[FLOOR1_MOST_CLASSES];
  uint16_t x[FLOOR1_MOST_VALUES];
  /** The points from left to right. */
  uint8_t order[FLOOR1_MOST_VALUES];
  /** Of the points before each, those that are nearest on either side. */
  uint8_t left[FLOOR1_MOST_VALUES], right[FLOOR1_MOST_VALUES];
} Floor1;

typedef struct Floor {
  uint32_t type;
  union {
    Floor0 zero;
    Floor1 one;
  };
} Floor;

/** What a packet says of a channel's floor. */
typedef union FloorValues {
  struct {
    uint32_t amplitude;
    float coefficients[FLOOR0_MOST_ORDER];
  } zero;
  uint32_t one[FLOOR1_MOST_VALUES];
} FloorValues;

typedef struct Books {
  const Codebook *rows;
  uint32_t count;
} Books;

/** Reads one of the setup header, for these block sizes. False where it makes no sense. */
bool floor0_read(Floor0 *floor, BitReader *bits, Books books, const uint32_t *block_sizes, VorbisMemory *memory);
bool floor1_read(Floor1 *floor, BitReader *bits, Books books);

/** Takes a packet's values; false where the channel is silent in it. */
bool floor0_decode(const Floor0 *floor, BitReader *bits, Books books, FloorValues *values);
bool floor1_decode(const Floor1 *floor, BitReader *bits, Books books, FloorValues *values);

/** Multiplies a spectrum of `count` lines by the curve. `block` is which of the two block sizes it has. */
void floor0_apply(const Floor0 *floor, const FloorValues *values, uint32_t block, float *spectrum, uint32_t count);
void floor1_apply(const Floor1 *floor, const FloorValues *values, float *spectrum, uint32_t count);

#endif
