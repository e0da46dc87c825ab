/** Codebooks: prefix codes whose entries may stand for vectors. (Vorbis I specification, section 3.) */
#ifndef HX_VORBIS_CODEBOOK_H
#define HX_VORBIS_CODEBOOK_H

#include "bit_reader.h"
#include "vorbis_memory.h"

/** Codes of up to this many bits are found with one look. */
enum { CODEBOOK_SHORT = 8 };

typedef struct Codeword {
  /** From the highest bit down. */
  uint32_t code;
  uint32_t length;
  uint32_t entry;
} Codeword;

typedef enum CodebookLookup { LOOKUP_NONE, LOOKUP_LATTICE, LOOKUP_LIST } CodebookLookup;

typedef struct Codebook {
  uint32_t dimensions, entries;
  CodebookLookup lookup;
  /** Whether each number of a vector is added to the one before. */
  bool is_sequence;
  uint32_t value_count;
  const float *values;
  uint32_t codeword_count;
  /** By their codes. */
  const Codeword *codewords;
  /** The row that the next bits say, -1 where the code is longer. */
  int32_t short_codes[1 << CODEBOOK_SHORT];
} Codebook;

/** Reads one of the setup header. False where it makes no sense or takes too much memory. */
bool codebook_read(Codebook *book, BitReader *bits, VorbisMemory *memory);

/** The next entry; -1 where the packet ends. */
int32_t codebook_entry(const Codebook *book, BitReader *bits);

/**
 * Adds the next vector, or as much as fits into `count` numbers that stand `stride` apart. False where the packet ends. The book must
 * have vectors.
 */
bool codebook_add_vector(const Codebook *book, BitReader *bits, float *to, uint32_t stride, uint32_t count);

#endif
