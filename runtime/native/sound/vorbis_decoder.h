/** Packets to samples. (Vorbis I specification, section 4.3.) */
#ifndef HX_VORBIS_DECODER_H
#define HX_VORBIS_DECODER_H

#include "vorbis_setup.h"
#include "vorbis_transform.h"

/** A stream's decoder between two packets. Zeros before the headers come. */
typedef struct VorbisDecoder {
  VorbisSetup setup;
  Transform transforms[2];
  float *spectra[VORBIS_MOST_CHANNELS];
  /** The channels in turns. */
  float *woven;
  uint8_t *classes;
  Complex *scratch;
  float *samples;
  /** The second half of the block before; it has this many samples, 0 before the first. */
  float *tails[VORBIS_MOST_CHANNELS];
  uint32_t tail_length;
  /** What the last packet gave. */
  float *output[VORBIS_MOST_CHANNELS];
} VorbisDecoder;

/** Makes room, after the headers have been read into `setup`. False where there is not enough memory. */
bool vorbis_prepare(VorbisDecoder *decoder);

/** Which of the two block sizes a packet has; -1 for one that has no sound. */
int32_t vorbis_block(const VorbisSetup *setup, const uint8_t *packet, size_t size);

/** Frames that a block gives when it follows one whose second half has `tail_length` samples. */
uint32_t vorbis_block_frames(const VorbisSetup *setup, int32_t block, uint32_t tail_length);

/** Forgets the block before: the next packet only prepares for the one after it. */
void vorbis_restart(VorbisDecoder *decoder);

/** Writes the packet's frames to `output` and gives their number. */
uint32_t vorbis_decode(VorbisDecoder *decoder, const uint8_t *packet, size_t size);

void vorbis_release_decoder(VorbisDecoder *decoder);

#endif
