#include "mixer_voice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/** The curve through a place goes by one frame before and two after. */
enum { BEFORE = 1, AROUND = 4 };
/** As in Chromium's AudioBufferSourceNode. */
static const double MOST_PITCH = 1024;
static const double PARTS = 4294967296.0;

/** In seconds: where the player of pages goes to; runtime/audio/place_in_sound.ts has the twin. */
static double place_in_sound(const MixerVoice *voice, double seconds) {
  double rate = voice->source.audio.header.sample_rate;
  double start = voice->loop_start / rate, length = voice->loop_length / rate;
  if (voice->loop_length == 0) return fmin(seconds, voice->source.audio.header.frames / rate);
  return seconds < start + length ? seconds : start + fmod(seconds - start, length);
}

MixerVoice *mixer_voice_start(const BundleAsset *asset, int32_t id, bool loops, double seconds) {
  MixerVoice *voice = calloc(1, sizeof *voice);
  if (!voice) return NULL;
  if (!sound_source_open(&voice->source, asset)) {
    free(voice);
    return NULL;
  }
  const FpkgAudioHeader *header = &voice->source.audio.header;
  voice->id = id;
  voice->loop_start = header->loop_start;
  if (loops) voice->loop_length = header->loop_end > 0 ? header->loop_end - header->loop_start : header->frames;
  double place = place_in_sound(voice, seconds) * header->sample_rate;
  voice->place = (uint64_t)place;
  voice->part = (uint32_t)((place - floor(place)) * PARTS);
  voice->window_first = voice->place >= BEFORE ? voice->place - BEFORE : 0;
  return voice;
}

void mixer_voice_close(MixerVoice *voice) {
  sound_source_close(&voice->source);
  free(voice);
}

void mixer_voice_set_pitch(MixerVoice *voice, float pitch) {
  double speed = pitch > 0 ? fmin(pitch, MOST_PITCH) : 0;
  double step = fmin(speed * voice->source.audio.header.sample_rate / MIX_RATE, MOST_PITCH);
  voice->step = (uint64_t)llround(step * PARTS);
}

/** Appends `count` frames as they are heard to the window: around the loop, or silence after the end. */
static void append(MixerVoice *voice, uint32_t count) {
  uint32_t channels = voice->source.audio.header.channels;
  uint64_t end = voice->loop_length > 0 ? (uint64_t)voice->loop_start + voice->loop_length : voice->source.audio.header.frames;
  while (count > 0) {
    uint64_t frame = voice->window_first + voice->window_count;
    if (frame >= end && voice->loop_length > 0) frame = voice->loop_start + (frame - voice->loop_start) % voice->loop_length;
    float *to = voice->window + (size_t)voice->window_count * channels;
    uint32_t some = frame < end && end - frame < count ? (uint32_t)(end - frame) : count;
    if (frame < end) sound_source_read(&voice->source, (uint32_t)frame, some, to);
    else memset(to, 0, (size_t)some * channels * sizeof *to);
    voice->window_count += some;
    count -= some;
  }
}

/** Makes the window hold what is heard from `first` up to, and without, `end`. It only ever goes forward. */
static void hold(MixerVoice *voice, uint64_t first, uint64_t end) {
  uint32_t channels = voice->source.audio.header.channels;
  if (first > voice->window_first) {
    uint64_t gone = first - voice->window_first;
    uint32_t kept = gone < voice->window_count ? voice->window_count - (uint32_t)gone : 0;
    memmove(voice->window, voice->window + (voice->window_count - kept) * channels, (size_t)kept * channels * sizeof *voice->window);
    voice->window_count = kept;
    voice->window_first = first;
  }
  uint64_t there = voice->window_first + voice->window_count;
  if (end > there) append(voice, (uint32_t)(end - there));
}

/** Catmull and Rom's curve from b to c, whose neighbours are a and d. */
static float curve(float a, float b, float c, float d, float t) {
  return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/** What is heard around the place; silence before the beginning. */
static float interpolate(const MixerVoice *voice, uint32_t channel, float t) {
  uint32_t channels = voice->source.audio.header.channels;
  float around[AROUND];
  for (uint32_t i = 0; i < AROUND; i++) {
    bool is_before = voice->place + i < voice->window_first + BEFORE;
    size_t at = is_before ? 0 : (size_t)(voice->place + i - BEFORE - voice->window_first);
    around[i] = is_before ? 0 : voice->window[at * channels + channel];
  }
  return curve(around[0], around[1], around[2], around[3], t);
}

/** As many frames of the mix as one filling of the window is enough for. */
static uint32_t mix_some(MixerVoice *voice, uint32_t count, float *mix) {
  uint64_t room = (uint64_t)(VOICE_WINDOW - AROUND - 1) << 32;
  uint64_t most = voice->step == 0 ? count : room / voice->step;
  if (most < count) count = (uint32_t)most;
  uint64_t first = voice->place >= BEFORE ? voice->place - BEFORE : 0;
  uint64_t last = voice->place + ((voice->part + voice->step * (count - 1)) >> 32);
  hold(voice, first > voice->window_first ? first : voice->window_first, last + AROUND - BEFORE);
  bool is_stereo = voice->source.audio.header.channels == 2;
  for (uint32_t i = 0; i < count; i++) {
    float t = (float)(voice->part / PARTS);
    float left = interpolate(voice, 0, t), right = is_stereo ? interpolate(voice, 1, t) : left;
    mix[2 * i] += left * voice->volume;
    mix[2 * i + 1] += right * voice->volume;
    uint64_t next = voice->part + voice->step;
    voice->place += next >> 32;
    voice->part = (uint32_t)next;
  }
  return count;
}

void mixer_voice_mix(MixerVoice *voice, uint32_t count, float *mix) {
  while (count > 0) {
    uint32_t some = mix_some(voice, count, mix);
    mix += (size_t)some * MIX_CHANNELS;
    count -= some;
  }
}
