/** One voice of the mix: a sound, at which place of it the voice is, and how fast it goes on. */
#ifndef HX_MIXER_VOICE_H
#define HX_MIXER_VOICE_H

#include "sound_source.h"

enum { MIX_RATE = 48000, MIX_CHANNELS = 2 };

/** Frames of the sound that are kept at once. */
enum { VOICE_WINDOW = 2048 };

typedef struct MixerVoice {
  int32_t id;
  /** What the game has said last. */
  bool is_wanted;
  float position, volume;
  SoundSource source;
  /** Frames as they are heard: a loop goes on counting, and `loop_length` is 0 where there is none. */
  uint32_t loop_start, loop_length;
  /** The place, in frames as they are heard and parts of 2^32 of one; what is added for each frame of the mix. */
  uint64_t place;
  uint32_t part;
  uint64_t step;
  /** Frames as they are heard, from `window_first` on, channel beside channel. */
  uint64_t window_first;
  uint32_t window_count;
  float window[VOICE_WINDOW * MIX_CHANNELS];
} MixerVoice;

/**
 * A voice that starts `seconds` after the beginning. Null, with a message on stderr, where the sound is damaged or there is not enough
 * memory.
 */
MixerVoice *mixer_voice_start(const BundleAsset *asset, int32_t id, bool loops, double seconds);

/** 1 is as recorded, 2 twice as fast. */
void mixer_voice_set_pitch(MixerVoice *voice, float pitch);

/** Adds `count` frames to a mix of two channels. */
void mixer_voice_mix(MixerVoice *voice, uint32_t count, float *mix);

void mixer_voice_close(MixerVoice *voice);

#endif
