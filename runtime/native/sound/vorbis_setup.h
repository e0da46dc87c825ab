/** What the headers of a stream say of its packets. (Vorbis I specification, section 4.2.) */
#ifndef HX_VORBIS_SETUP_H
#define HX_VORBIS_SETUP_H

#include "vorbis_floor.h"
#include "vorbis_residue.h"

enum { VORBIS_MOST_CHANNELS = 2, VORBIS_MOST_MODES = 64, VORBIS_MOST_SUBMAPS = 16, VORBIS_MOST_COUPLINGS = 256 };

/** Two channels, stored as their larger one and what the other differs by. */
typedef struct Coupling {
  uint8_t magnitude, angle;
} Coupling;

typedef struct Mapping {
  uint32_t submap_count, coupling_count;
  Coupling couplings[VORBIS_MOST_COUPLINGS];
  /** Which submap a channel belongs to, and what each has. */
  uint8_t submaps[VORBIS_MOST_CHANNELS];
  uint8_t floors[VORBIS_MOST_SUBMAPS], residues[VORBIS_MOST_SUBMAPS];
} Mapping;

typedef struct Mode {
  /** Which of the two block sizes. */
  uint8_t block;
  uint8_t mapping;
} Mode;

typedef struct VorbisSetup {
  VorbisMemory memory;
  uint32_t channels, sample_rate;
  /** Samples of a short and of a long block. */
  uint32_t block_sizes[2];
  Books books;
  const Floor *floors;
  const Residue *residues;
  const Mapping *mappings;
  uint32_t floor_count, residue_count, mapping_count, mode_count;
  Mode modes[VORBIS_MOST_MODES];
} VorbisSetup;

/** Reads the first packet. False where it is none of Vorbis', or has more than two channels. */
bool vorbis_read_identification(VorbisSetup *setup, BitReader packet);

/** Reads the third packet, after the first. False where it makes no sense; what it has taken is in `memory` all the same. */
bool vorbis_read_setup(VorbisSetup *setup, BitReader packet);

#endif
