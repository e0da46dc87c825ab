#include "sound_source.h"

#include <stdlib.h>
#include <string.h>

#include "../game/blob.h"
#include "adpcm.h"

enum { NEAR_FRAMES = 8192 };
static const float FULL_SCALE = 32768;

static bool open_adpcm(SoundSource *source) {
  const FpkgAudioHeader *header = &source->audio.header;
  source->block_frames = adpcm_block_frames(header->block_size, header->channels);
  source->block_number = UINT32_MAX;
  source->block = malloc((size_t)source->block_frames * header->channels * sizeof *source->block);
  return source->block != NULL;
}

static bool open_ogg(SoundSource *source) {
  const FpkgAudioHeader *header = &source->audio.header;
  source->vorbis = malloc(sizeof *source->vorbis);
  if (!source->vorbis) return false;
  bool is_open = ogg_vorbis_open(source->vorbis, source->audio.data, header->data_size);
  if (is_open && source->vorbis->decoder.setup.channels == header->channels) return true;
  if (is_open) ogg_vorbis_close(source->vorbis);
  free(source->vorbis);
  return false;
}

bool sound_source_open(SoundSource *source, const BundleAsset *asset) {
  *source = (SoundSource){0};
  bool is_open = audio_blob_read(asset, &source->audio);
  if (is_open && source->audio.header.format == FPKG_AUDIO_FORMAT_ADPCM) is_open = open_adpcm(source);
  if (is_open && source->audio.header.format == FPKG_AUDIO_FORMAT_OGG) is_open = open_ogg(source);
  if (!is_open) blob_report(asset, "the sound is damaged");
  return is_open;
}

void sound_source_close(SoundSource *source) {
  if (source->vorbis) ogg_vorbis_close(source->vorbis);
  free(source->vorbis);
  free(source->block);
  *source = (SoundSource){0};
}

static void read_pcm(const SoundSource *source, uint32_t first, uint32_t count, float *frames) {
  uint32_t channels = source->audio.header.channels;
  const uint8_t *from = source->audio.data + (size_t)first * channels * sizeof(int16_t);
  for (size_t i = 0; i < (size_t)count * channels; i++) {
    int16_t sample;
    memcpy(&sample, from + i * sizeof sample, sizeof sample);
    frames[i] = sample / FULL_SCALE;
  }
}

/** A damaged block is silent. */
static void open_block(SoundSource *source, uint32_t number) {
  const FpkgAudioHeader *header = &source->audio.header;
  const uint8_t *block = source->audio.data + (size_t)number * header->block_size;
  if (!adpcm_decode_block(block, header->channels, source->block_frames, source->block)) {
    memset(source->block, 0, (size_t)source->block_frames * header->channels * sizeof *source->block);
  }
  source->block_number = number;
}

static void read_adpcm(SoundSource *source, uint32_t first, uint32_t count, float *frames) {
  uint32_t channels = source->audio.header.channels;
  while (count > 0) {
    uint32_t number = first / source->block_frames, at = first % source->block_frames;
    uint32_t some = source->block_frames - at < count ? source->block_frames - at : count;
    if (number != source->block_number) open_block(source, number);
    for (size_t i = 0; i < (size_t)some * channels; i++) *frames++ = source->block[(size_t)at * channels + i] / FULL_SCALE;
    first += some;
    count -= some;
  }
}

/** A little way ahead is decoded and dropped, anything else looked for. `frames` has room for `count`. */
static void go_to(SoundSource *source, uint32_t first, uint32_t count, float *frames) {
  if (first < source->next || first - source->next > NEAR_FRAMES) {
    ogg_vorbis_seek(source->vorbis, first);
    return;
  }
  for (uint32_t left = first - source->next; left > 0;) {
    uint32_t dropped = ogg_vorbis_read(source->vorbis, frames, left < count ? left : count);
    if (dropped == 0) return;
    left -= dropped;
  }
}

static void read_ogg(SoundSource *source, uint32_t first, uint32_t count, float *frames) {
  uint32_t channels = source->audio.header.channels;
  go_to(source, first, count, frames);
  uint32_t there = ogg_vorbis_read(source->vorbis, frames, count);
  memset(frames + (size_t)there * channels, 0, (size_t)(count - there) * channels * sizeof *frames);
  source->next = first + count;
}

void sound_source_read(SoundSource *source, uint32_t first, uint32_t count, float *frames) {
  switch (source->audio.header.format) {
    case FPKG_AUDIO_FORMAT_ADPCM: read_adpcm(source, first, count, frames); break;
    case FPKG_AUDIO_FORMAT_OGG: read_ogg(source, first, count, frames); break;
    default: read_pcm(source, first, count, frames); break;
  }
}
