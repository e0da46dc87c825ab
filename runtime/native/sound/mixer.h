/**
 * All that sounds, as frames of two channels, 48,000 a second. It follows what the game says with each picture, as runtime/audio/sound_player.ts
 * does in pages, and nothing comes back to the game. The same pictures at the same frames of the mix give the same numbers.
 */
#ifndef HX_MIXER_H
#define HX_MIXER_H

#include <stdint.h>

#include "mixer_voice.h"

/** Brings the voices in line with those of a command `Sounds` (docs/render_commands.md): starts, stops, adjusts. */
void mixer_follow(const uint32_t *voices, uint32_t count);

/** Writes the next `count` frames, from -1 to 1. Another thread may call it. */
void mixer_mix(uint32_t count, float *frames);

#endif
