/** IMA ADPCM in WAV's blocks (asset_tools/fpkg/adpcm.ts has the twin, and where the format is from). Every block decodes alone. */
#ifndef HX_ADPCM_H
#define HX_ADPCM_H

#include <stdbool.h>
#include <stdint.h>

/** Frames in a block of `block_size` bytes; 0 where not even the block's header fits. */
uint32_t adpcm_block_frames(uint32_t block_size, uint32_t channels);

/** Writes a block's first `count` frames, channel beside channel. False where the block starts with no step. */
bool adpcm_decode_block(const uint8_t *block, uint32_t channels, uint32_t count, int16_t *frames);

#endif
