#include "adpcm.h"

#include <string.h>

enum { MOST_STEP = 88, CHANNEL_BYTES = 4, WORD_SAMPLES = 8 };

static const int16_t STEPS[MOST_STEP + 1] = {
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118, 130, 143, 157,
  173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707,
  1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635,
  13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
};

/** How a nibble's size moves the step. */
static const int8_t MOVES[] = {-1, -1, -1, -1, 2, 4, 6, 8};

uint32_t adpcm_block_frames(uint32_t block_size, uint32_t channels) {
  uint32_t words = block_size / (CHANNEL_BYTES * channels);
  return words == 0 ? 0 : (words - 1) * WORD_SAMPLES + 1;
}

static int32_t clamp(int32_t value, int32_t least, int32_t most) {
  return value < least ? least : value > most ? most : value;
}

static int32_t sample_after(int32_t sample, int32_t step, uint32_t nibble) {
  int32_t size = STEPS[step], difference = size >> 3;
  if (nibble & 4) difference += size;
  if (nibble & 2) difference += size >> 1;
  if (nibble & 1) difference += size >> 2;
  return clamp(nibble & 8 ? sample - difference : sample + difference, INT16_MIN, INT16_MAX);
}

bool adpcm_decode_block(const uint8_t *block, uint32_t channels, uint32_t count, int16_t *frames) {
  for (uint32_t channel = 0; channel < channels; channel++) {
    const uint8_t *header = block + (size_t)channel * CHANNEL_BYTES, *words = header + (size_t)channels * CHANNEL_BYTES;
    int16_t first;
    memcpy(&first, header, sizeof first);
    int32_t sample = first, step = header[2];
    if (step > MOST_STEP) return false;
    if (count > 0) frames[channel] = first;
    for (uint32_t i = 0; i + 1 < count; i++) {
      // The channels take turns with a word of eight samples, the low nibble of a byte first.
      uint8_t byte = words[(size_t)(i / WORD_SAMPLES) * channels * CHANNEL_BYTES + i % WORD_SAMPLES / 2];
      uint32_t nibble = i % 2 == 0 ? byte & 15u : byte >> 4;
      sample = sample_after(sample, step, nibble);
      step = clamp(step + MOVES[nibble & 7], 0, MOST_STEP);
      frames[(size_t)(i + 1) * channels + channel] = (int16_t)sample;
    }
  }
  return true;
}
