#include "ogg_vorbis.h"

static BitReader bits_of_packet(OggPacket packet) {
  return (BitReader){.bytes = packet.bytes, .size = packet.size};
}

static bool read_headers(OggVorbis *vorbis) {
  OggPacket packet;
  VorbisSetup *setup = &vorbis->decoder.setup;
  if (!ogg_next(&vorbis->ogg, true, &packet) || !vorbis_read_identification(setup, bits_of_packet(packet))) return false;
  // Comments are the compiler's business.
  if (!ogg_next(&vorbis->ogg, false, &packet)) return false;
  if (!ogg_next(&vorbis->ogg, true, &packet) || !vorbis_read_setup(setup, bits_of_packet(packet))) return false;
  vorbis->start = vorbis->ogg;
  return vorbis_prepare(&vorbis->decoder);
}

bool ogg_vorbis_open(OggVorbis *vorbis, const uint8_t *bytes, size_t size) {
  *vorbis = (OggVorbis){.ogg = ogg_open(bytes, size)};
  if (read_headers(vorbis)) return true;
  ogg_vorbis_close(vorbis);
  return false;
}

void ogg_vorbis_close(OggVorbis *vorbis) {
  ogg_close(&vorbis->ogg);
  vorbis_release_decoder(&vorbis->decoder);
}

/** Decodes packets until one gives frames; false at the end. */
static bool decode_next(OggVorbis *vorbis) {
  OggPacket packet;
  vorbis->first += vorbis->count;
  vorbis->count = vorbis->given = 0;
  while (vorbis->count == 0) {
    if (!ogg_next(&vorbis->ogg, true, &packet)) return false;
    vorbis->count = vorbis_decode(&vorbis->decoder, packet.bytes, packet.size);
  }
  return true;
}

void ogg_vorbis_seek(OggVorbis *vorbis, uint64_t frame) {
  OggPackets before;
  OggPacket packet;
  uint64_t first = 0;
  uint32_t tail = 0;
  ogg_rewind(&vorbis->ogg, &vorbis->start);
  // Stops with `before` in front of the last packet whose frames are all too early: it only prepares the one after.
  before = vorbis->ogg;
  for (OggPackets here = before; ogg_next(&vorbis->ogg, false, &packet); here = vorbis->ogg) {
    int32_t block = vorbis_block(&vorbis->decoder.setup, packet.bytes, packet.size);
    if (block < 0) continue;
    uint32_t frames = vorbis_block_frames(&vorbis->decoder.setup, block, tail);
    if (first + frames > frame) break;
    first += frames;
    tail = vorbis->decoder.setup.block_sizes[block] / 2;
    before = here;
  }
  ogg_rewind(&vorbis->ogg, &before);
  vorbis_restart(&vorbis->decoder);
  vorbis->first = first;
  vorbis->count = 0;
  if (decode_next(vorbis)) vorbis->given = frame - vorbis->first < vorbis->count ? (uint32_t)(frame - vorbis->first) : vorbis->count;
}

uint32_t ogg_vorbis_read(OggVorbis *vorbis, float *frames, uint32_t count) {
  uint32_t channels = vorbis->decoder.setup.channels, written = 0;
  while (written < count) {
    if (vorbis->given == vorbis->count && !decode_next(vorbis)) break;
    uint32_t some = vorbis->count - vorbis->given < count - written ? vorbis->count - vorbis->given : count - written;
    for (uint32_t channel = 0; channel < channels; channel++) {
      const float *from = vorbis->decoder.output[channel] + vorbis->given;
      for (uint32_t i = 0; i < some; i++) frames[(size_t)(written + i) * channels + channel] = from[i];
    }
    vorbis->given += some;
    written += some;
  }
  return written;
}
