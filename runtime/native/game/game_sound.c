#include "game_sound.h"

#include <stdio.h>

#include "../frame_loop.h"
#include "../inline.h"
#include "../sound/mixer.h"
#include "../sound/sound_device.h"
#include "../sound/wav_file.h"
#include "command_stream.h"

/** Frames of the mix in a step of the game, a whole number. */
enum { STEP = MIX_RATE / 60 };
_Static_assert(STEP == MIX_RATE * HX_FRAME_SECONDS, "A step of the game has parts of frames");

static const char *path;
static WavFile wav;

static bool fail(void) {
  fprintf(stderr, "Cannot write %s\n", path);
  return false;
}

bool game_sound_record(const char *to) {
  path = to;
  return wav_open(&wav, path) || fail();
}

void game_sound_play(void) {
  if (!path) sound_device_start();
}

void game_sound_follow(void) {
  CommandStream stream = {hx_commands_words(), hx_commands_count(), 0, NULL};
  Command command;
  // What is wrong with the stream is the renderer's to say.
  while (command_next(&stream, &command)) {
    if (command.kind == COMMAND_SOUNDS) mixer_follow(command.operands + 1, command.voice_count);
  }
}

bool game_sound_step(void) {
  float frames[STEP * MIX_CHANNELS];
  if (!path) return true;
  hx_commands_clear();
  if (!hx_run_draw(0)) return false;
  game_sound_follow();
  mixer_mix(STEP, frames);
  return wav_add(&wav, frames, STEP) || fail();
}

bool game_sound_end(void) {
  if (!path) sound_device_stop();
  return !path || wav_close(&wav) || fail();
}
