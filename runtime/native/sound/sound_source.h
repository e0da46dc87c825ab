/** The frames of a sound, whatever it is stored as, decoded as they are asked for. */
#ifndef HX_SOUND_SOURCE_H
#define HX_SOUND_SOURCE_H

#include "audio_blob.h"
#include "ogg_vorbis.h"

typedef struct SoundSource {
  AudioBlob audio;
  /** ADPCM: a block that has been decoded, and which. */
  int16_t *block;
  uint32_t block_number, block_frames;
  /** Ogg: its decoder, and the frame that it gives next. */
  OggVorbis *vorbis;
  uint32_t next;
} SoundSource;

/** False, with a message on stderr, where the blob is damaged or there is not enough memory; nothing is to be closed then. */
bool sound_source_open(SoundSource *source, const BundleAsset *asset);

/**
 * Writes frames, channel beside channel, from one of the sound on; all of them must be in it. Those that cannot be decoded are silent.
 * Going on where the last call ended costs the least.
 */
void sound_source_read(SoundSource *source, uint32_t first, uint32_t count, float *frames);

void sound_source_close(SoundSource *source);

#endif
