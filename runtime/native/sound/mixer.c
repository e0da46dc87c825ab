#include "mixer.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "../game/command_stream.h"

/** A sound that is this late starts from where it should be; before, from its beginning, so that none loses its attack. In seconds. */
static const float LATE = 0.25f;
/** Longer than any sound; what is not even a number starts from the beginning too. */
static const float LATEST = 1e9f;
/** Frames for which a game is heard on whose pictures say that it stands still. */
enum { STANDSTILL = MIX_RATE / 4 };

/** The list and what the game says of its voices; what a voice has decoded belongs to who mixes. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static MixerVoice **voices;
static uint32_t voice_count;
/** Frames since a picture said that a voice has gone on; pictures that take long do not count as a standstill. */
static uint64_t still_frames;
static bool is_held;

/** By handle: sounds that are damaged, which are not tried again with every picture. */
static bool *damaged;

/** A voice of the command. */
typedef struct Wanted {
  int32_t id, sound, loops;
  float position, volume, pitch;
} Wanted;
_Static_assert(sizeof(Wanted) == VOICE_WORDS * sizeof(uint32_t), "Wanted is not what the command has");

static Wanted read_wanted(const uint32_t *words) {
  Wanted wanted;
  memcpy(&wanted, words, sizeof wanted);
  // What is no number would silence all voices for good.
  if (!isfinite(wanted.volume)) wanted.volume = 0;
  return wanted;
}

static MixerVoice *find(int32_t id) {
  for (uint32_t i = 0; i < voice_count; i++) {
    if (voices[i]->id == id) return voices[i];
  }
  return NULL;
}

static MixerVoice *start(const Wanted *wanted) {
  if (!damaged) damaged = calloc(bundle_asset_count + 1u, sizeof *damaged);
  if (!damaged || wanted->sound < 0 || (uint32_t)wanted->sound >= bundle_asset_count || damaged[wanted->sound]) return NULL;
  const BundleAsset *asset = &bundle_assets[wanted->sound];
  if (asset->type != FPKG_ASSET_TYPE_AUDIO) return NULL;
  bool is_late = wanted->position > LATE && wanted->position < LATEST;
  MixerVoice *voice = mixer_voice_start(asset, wanted->id, wanted->loops != 0, is_late ? wanted->position : 0);
  damaged[wanted->sound] = !voice;
  return voice;
}

/** Puts the list in the place of the one before. Gives whether anything has gone on. */
static bool exchange(MixerVoice **list, const Wanted *wanted, uint32_t count) {
  bool has_moved = count != voice_count;
  for (uint32_t i = 0; i < voice_count; i++) voices[i]->is_wanted = false;
  for (uint32_t i = 0; i < count; i++) {
    has_moved |= list[i]->position != wanted[i].position || find(list[i]->id) == NULL;
    list[i]->is_wanted = true;
    list[i]->position = wanted[i].position;
    list[i]->volume = wanted[i].volume;
    mixer_voice_set_pitch(list[i], wanted[i].pitch);
  }
  return has_moved;
}

void mixer_follow(const uint32_t *words, uint32_t count) {
  MixerVoice **list = malloc((count + 1u) * sizeof *list), **before = voices;
  Wanted *wanted = malloc((count + 1u) * sizeof *wanted);
  uint32_t there = 0, before_count = voice_count;
  for (uint32_t i = 0; i < count && list && wanted; i++) {
    wanted[there] = read_wanted(words + (size_t)i * VOICE_WORDS);
    MixerVoice *voice = find(wanted[there].id);
    list[there] = voice ? voice : start(&wanted[there]);
    if (list[there]) there++;
  }
  if (list && wanted) {
    pthread_mutex_lock(&lock);
    if (exchange(list, wanted, there)) still_frames = 0;
    is_held = still_frames > STANDSTILL;
    voices = list;
    voice_count = there;
    pthread_mutex_unlock(&lock);
    for (uint32_t i = 0; i < before_count; i++) {
      if (!before[i]->is_wanted) mixer_voice_close(before[i]);
    }
    list = before;
  }
  free(list);
  free(wanted);
}

static float clamp(float sample) {
  return sample < -1 ? -1 : sample > 1 ? 1 : sample;
}

void mixer_mix(uint32_t count, float *frames) {
  memset(frames, 0, (size_t)count * MIX_CHANNELS * sizeof *frames);
  pthread_mutex_lock(&lock);
  for (uint32_t i = 0; i < voice_count && !is_held; i++) mixer_voice_mix(voices[i], count, frames);
  still_frames += count;
  pthread_mutex_unlock(&lock);
  for (size_t i = 0; i < (size_t)count * MIX_CHANNELS; i++) frames[i] = clamp(frames[i]);
}
