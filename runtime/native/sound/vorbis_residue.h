/** Residues: the fine detail of spectra over their floors. (Vorbis I specification, section 8.) */
#ifndef HX_VORBIS_RESIDUE_H
#define HX_VORBIS_RESIDUE_H

#include "vorbis_floor.h"

enum { RESIDUE_PASSES = 8, RESIDUE_MOST_CLASSES = 64 };

typedef struct Residue {
  /** 0: a vector's numbers stand apart; 1: they follow one another; 2: so, with the channels in turns. */
  uint32_t type;
  uint32_t begin, end, partition_size, class_count, class_book;
  /** The book of a class in a pass, -1 for none. */
  int16_t books[RESIDUE_MOST_CLASSES][RESIDUE_PASSES];
} Residue;

/** Reads one of the setup header, after its type. False where it makes no sense. */
bool residue_read(Residue *residue, BitReader *bits, Books books);

/**
 * Adds what a packet says to spectra of `count` lines; ends early where the packet does. Those that are null are left out. `classes` has
 * room for one a line and spectrum. What has the channels in turns is one spectrum here.
 */
void residue_decode(const Residue *residue, BitReader *bits, Books books, float *const *spectra, uint32_t channels, uint32_t count,
  uint8_t *classes);

#endif
