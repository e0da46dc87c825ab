/**
 * The native runtime's mixer without a game.
 *
 *   mix SCRIPT WAV PACKAGE       writes what is heard of the script's pictures
 *   play SCRIPT PACKAGE          plays it as time goes on
 *
 * A script is a row of pictures: frames until the next one, count of words, words of render commands.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "game/bundle.h"
#include "game/command_stream.h"
#include "sound/mixer.h"
#include "sound/sound_device.h"
#include "sound/wav_file.h"

int32_t hx_asset_register(int32_t kind, const uint8_t *name, uint32_t length, const uint8_t *bytes, uint32_t size) {
  static int32_t count;
  (void)kind, (void)name, (void)length, (void)bytes, (void)size;
  return count++;
}

static bool follow(const uint32_t *words, uint32_t count) {
  CommandStream stream = {words, count, 0, NULL};
  Command command;
  while (command_next(&stream, &command)) {
    if (command.kind == COMMAND_SOUNDS) mixer_follow(command.operands + 1, command.voice_count);
  }
  return command_stream_is_sound(&stream);
}

static bool mix(WavFile *wav, uint32_t count) {
  float *frames = malloc((size_t)count * MIX_CHANNELS * sizeof *frames);
  if (!frames) return false;
  mixer_mix(count, frames);
  bool is_written = wav_add(wav, frames, count);
  free(frames);
  return is_written;
}

static bool wait(uint32_t frames) {
  struct timespec time = {frames / MIX_RATE, (long)(frames % MIX_RATE) * 1000000000L / MIX_RATE};
  return nanosleep(&time, NULL) == 0;
}

/** By game time into a file, or where there is none as time goes on. */
static bool run(const BundleFile *script, WavFile *wav) {
  const uint32_t *words = (const void *)script->bytes, *end = words + script->size / 4;
  while (words < end) {
    uint32_t frames = words[0], count = words[1];
    if (!follow(words + 2, count) || !(wav ? mix(wav, frames) : wait(frames))) return false;
    words += 2 + count;
  }
  return true;
}

int main(int count, char **arguments) {
  BundleFile script, file;
  if (count < 4 || !bundle_map(arguments[2], &script) || !bundle_map(arguments[count - 1], &file)) return 2;
  if (bundle_load(&file, 1)) return 2;
  if (strcmp(arguments[1], "mix") == 0) {
    WavFile wav;
    return wav_open(&wav, arguments[3]) && run(&script, &wav) && wav_close(&wav) ? 0 : 1;
  }
  sound_device_start();
  bool is_played = run(&script, NULL);
  sound_device_stop();
  return is_played ? 0 : 1;
}
