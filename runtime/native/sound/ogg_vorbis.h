/** The frames of an Ogg Vorbis file in memory, decoded as they are asked for. */
#ifndef HX_OGG_VORBIS_H
#define HX_OGG_VORBIS_H

#include "ogg_packets.h"
#include "vorbis_decoder.h"

typedef struct OggVorbis {
  OggPackets ogg;
  /** Before the first packet that has sound. */
  OggPackets start;
  VorbisDecoder decoder;
  /** Frames of the decoder's output: from which of the file on, how many, and how many of them have been given. */
  uint64_t first;
  uint32_t count, given;
} OggVorbis;

/** Reads the headers. False where they are damaged, or for more than two channels; nothing is to be closed then. */
bool ogg_vorbis_open(OggVorbis *vorbis, const uint8_t *bytes, size_t size);

/** The next frame that will be read is `frame`. It costs a walk over the packets before, and two of them are decoded. */
void ogg_vorbis_seek(OggVorbis *vorbis, uint64_t frame);

/** Writes up to `count` frames, channel beside channel, and gives how many there were. */
uint32_t ogg_vorbis_read(OggVorbis *vorbis, float *frames, uint32_t count);

void ogg_vorbis_close(OggVorbis *vorbis);

#endif
