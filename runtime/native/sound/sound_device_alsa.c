/**
 * ALSA, found when the program runs, so that the binary itself needs nothing but the C library; PipeWire and PulseAudio offer its default
 * device too. Numbers are those of ALSA's public interface.
 *
 * A thread mixes, since a picture that takes long must not be heard: the first one of the sample takes longer than the device's buffer
 * (docs/decisions/0024_native_sound.md).
 */
#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "mixer.h"
#include "sound_device.h"

typedef struct Pcm Pcm;
typedef void ErrorHandler(const char *file, int line, const char *function, int error, const char *format, ...);

enum { PLAYBACK = 0, INTERLEAVED = 3, SIGNED_16 = 2, MAY_RESAMPLE = 1 };
/** What the device holds, in microseconds, and what is mixed at once, in frames. */
enum { LATENCY = 40000, PERIOD = 480 };
static const int64_t NANOSECONDS = 1000000000, MOST_AHEAD = 2 * LATENCY * INT64_C(1000);

#define ALSA_FUNCTIONS(X) \
  X(int, snd_lib_error_set_handler, (ErrorHandler * handler)) \
  X(int, snd_pcm_open, (Pcm * *pcm, const char *name, int stream, int mode)) \
  X(int, snd_pcm_set_params, (Pcm * pcm, int format, int access, unsigned channels, unsigned rate, int may_resample, unsigned latency)) \
  X(long, snd_pcm_writei, (Pcm * pcm, const void *frames, unsigned long count)) \
  X(int, snd_pcm_recover, (Pcm * pcm, int error, int is_silent)) \
  X(int, snd_pcm_drop, (Pcm * pcm)) \
  X(int, snd_pcm_close, (Pcm * pcm)) \
  X(const char *, snd_strerror, (int error))

#define DECLARE_FUNCTION(result, name, parameters) static result(*name) parameters;
ALSA_FUNCTIONS(DECLARE_FUNCTION)
#undef DECLARE_FUNCTION

static Pcm *pcm;
static pthread_t thread;
static atomic_bool is_wanted;
static bool is_running;

static bool fail(const char *why) {
  fprintf(stderr, "There is no sound: %s\n", why);
  return false;
}

static bool load_library(void) {
  void *library = dlopen("libasound.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) return fail(dlerror());
#define FIND_FUNCTION(result, name, parameters) \
  { \
    void *function = dlsym(library, #name); \
    if (!function) return fail("libasound.so.2 has no " #name); \
    memcpy(&name, &function, sizeof function); \
  }
  ALSA_FUNCTIONS(FIND_FUNCTION)
#undef FIND_FUNCTION
  return true;
}

/** What ALSA has to say of each step that failed is for those who configure it; one line is ours. */
static void say_nothing(const char *file, int line, const char *function, int error, const char *format, ...) {
  (void)file, (void)line, (void)function, (void)error, (void)format;
}

static bool open_device(void) {
  snd_lib_error_set_handler(say_nothing);
  int error = snd_pcm_open(&pcm, "default", PLAYBACK, 0);
  if (error < 0) return fail(snd_strerror(error));
  error = snd_pcm_set_params(pcm, SIGNED_16, INTERLEAVED, MIX_CHANNELS, MIX_RATE, MAY_RESAMPLE, LATENCY);
  if (error >= 0) return true;
  snd_pcm_close(pcm);
  return fail(snd_strerror(error));
}

/** Writes a period; false where the device is gone for good. */
static bool write_period(const int16_t *samples) {
  for (uint32_t written = 0; written < PERIOD;) {
    long count = snd_pcm_writei(pcm, samples + (size_t)written * MIX_CHANNELS, PERIOD - written);
    if (count < 0 && snd_pcm_recover(pcm, (int)count, 1) < 0) return fail(snd_strerror((int)count));
    if (count > 0) written += (uint32_t)count;
  }
  return true;
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * NANOSECONDS + time.tv_nsec;
}

/** Devices wait until there is room. One that takes everything at once, such as ALSA's null, is not let far ahead of the clock. */
static void keep_time(int64_t *played_until) {
  int64_t time = now();
  if (*played_until < time) *played_until = time;
  *played_until += PERIOD * NANOSECONDS / MIX_RATE;
  int64_t early = *played_until - time - MOST_AHEAD;
  if (early > 0) nanosleep(&(struct timespec){.tv_nsec = (long)early}, NULL);
}

static void *play(void *unused) {
  float mix[PERIOD * MIX_CHANNELS];
  int16_t samples[PERIOD * MIX_CHANNELS];
  int64_t played_until = 0;
  bool is_there = true;
  (void)unused;
  while (is_there && atomic_load(&is_wanted)) {
    mixer_mix(PERIOD, mix);
    for (size_t i = 0; i < PERIOD * MIX_CHANNELS; i++) samples[i] = (int16_t)(mix[i] * INT16_MAX);
    is_there = write_period(samples);
    keep_time(&played_until);
  }
  return NULL;
}

void sound_device_start(void) {
  if (!load_library() || !open_device()) return;
  atomic_store(&is_wanted, true);
  is_running = pthread_create(&thread, NULL, play, NULL) == 0;
  if (!is_running) {
    snd_pcm_close(pcm);
    fail("no thread can be started");
  }
}

void sound_device_stop(void) {
  if (!is_running) return;
  atomic_store(&is_wanted, false);
  pthread_join(thread, NULL);
  snd_pcm_drop(pcm);
  snd_pcm_close(pcm);
  is_running = false;
}
