#include "audio_blob.h"

#include <string.h>

#include "../game/blob.h"
#include "adpcm.h"

enum { BLOB_VERSION = 2, LEAST_BLOCK_FRAMES = 9 };

/** Whether the data is as long as its frames are; of an Ogg file only its decoder knows. */
static bool has_all_frames(const FpkgAudioHeader *header) {
  uint32_t channels = header->channels, block_size = header->block_size;
  if (header->format == FPKG_AUDIO_FORMAT_OGG) return true;
  if (header->format == FPKG_AUDIO_FORMAT_PCM16) return header->data_size == (uint64_t)header->frames * channels * sizeof(int16_t);
  if (header->format != FPKG_AUDIO_FORMAT_ADPCM || block_size % (4 * channels) != 0) return false;
  uint64_t block_frames = adpcm_block_frames(block_size, channels);
  if (block_frames < LEAST_BLOCK_FRAMES) return false;
  return header->data_size == (header->frames + block_frames - 1) / block_frames * block_size;
}

bool audio_blob_read(const BundleAsset *asset, AudioBlob *audio) {
  FpkgAudioHeader *header = &audio->header;
  blob_read_struct(asset, 0, header, sizeof *header);
  if (memcmp(header->magic, "AUDI", 4) != 0 || header->version != BLOB_VERSION) return false;
  if (header->channels < 1 || header->channels > 2 || header->sample_rate < 1 || header->frames < 1) return false;
  if (header->loop_end > header->frames || (header->loop_end > 0 && header->loop_start >= header->loop_end)) return false;
  if (!has_all_frames(header) || !blob_inside(asset, header->data, header->data_size)) return false;
  audio->data = asset->bytes + header->data;
  return true;
}
