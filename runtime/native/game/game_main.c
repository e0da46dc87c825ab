/** The entry point of a shipped game: its assets, its code, its window. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../frame_loop.h"
#include "../inline.h"
#include "../platform.h"
#include "../platform_posix.h"
#include "bundle.h"
#include "embedded.h"
#include "game_options.h"
#include "game_sound.h"
#include "gl.h"
#include "png.h"
#include "renderer.h"
#include "window.h"

/** More steps than this at once would make a slow machine slower still; the game then runs behind real time. */
enum { MOST_STEPS = 5 };

static GameOptions game;
/** Fixed where the run must repeat. */
static int32_t seed = 1;
static bool has_window;

int32_t platform_key_down(int32_t code) {
  return has_window && window_key_down(code);
}

int32_t platform_width(void) {
  return has_window ? window_width() : game.width;
}

int32_t platform_height(void) {
  return has_window ? window_height() : game.height;
}

double platform_now(void) {
  return has_window ? posix_now() : 0;
}

int32_t platform_zone_offset(double time) {
  return has_window ? posix_zone_offset(time) : 0;
}

int32_t platform_seed(void) {
  return seed;
}

static bool draw_picture(double alpha) {
  hx_commands_clear();
  if (!hx_run_draw(alpha)) return false;
  game_sound_follow();
  return renderer_execute(hx_commands_words(), hx_commands_count(), window_width(), window_height());
}

static bool save_screenshot(void) {
  int32_t width = window_width(), height = window_height();
  uint8_t *pixels = malloc((size_t)width * (size_t)height * 4);
  if (!pixels) return false;
  gl.PixelStorei(GL_PACK_ALIGNMENT, 1);
  gl.ReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
  bool ok = png_write(game.screenshot, width, height, pixels);
  if (!ok) fprintf(stderr, "Cannot write %s\n", game.screenshot);
  free(pixels);
  return ok;
}

static bool run_step(void) {
  return hx_run_frame(HX_FRAME_SECONDS) && game_sound_step();
}

static int32_t failure(void) {
  if (hx_pending) hx_report_uncaught();
  return 1;
}

/** A given number of frames as fast as they go, then one picture. */
static int32_t run_frames(int32_t frames) {
  for (int32_t frame = 0; frame < frames; frame++) {
    if (!run_step()) return failure();
    hx_collect_between_frames(HX_COLLECT_SECONDS);
  }
  // The window manager may still be about to give the window its size.
  window_poll();
  if (!draw_picture(0)) return failure();
  gl.Finish();
  if (game.screenshot && !save_screenshot()) return 1;
  window_swap();
  return 0;
}

/** Until the window is closed: steps of fixed length as real time goes on, a picture each time round. */
static int32_t run_interactive(void) {
  double last = platform_time(), behind = 0;
  while (window_poll()) {
    double now = platform_time();
    behind += now - last;
    last = now;
    int32_t steps = 0;
    for (; behind >= HX_FRAME_SECONDS && steps < MOST_STEPS; steps++, behind -= HX_FRAME_SECONDS) {
      if (!run_step()) return failure();
    }
    if (steps == MOST_STEPS) behind = 0;
    hx_collect_between_frames(HX_COLLECT_SECONDS);
    if (!draw_picture(behind / HX_FRAME_SECONDS)) return failure();
    window_swap();
  }
  return 0;
}

int32_t hx_run_window(const HxFrameOptions *options) {
  has_window = window_open(game_title, game.width, game.height);
  if (!has_window || !renderer_start()) return 1;
  if (options->frames < 0) game_sound_play();
  int32_t status = options->frames < 0 ? run_interactive() : run_frames(options->frames);
  window_close();
  return status;
}

/** Loads the packages that the arguments name, or else the bundle inside. */
static bool load_assets(void) {
  BundleFile files[MOST_PACKAGES] = {{game_bundle, game_bundle_size}};
  uint32_t count = game.package_count > 0 ? game.package_count : 1;
  for (uint32_t i = 0; i < game.package_count; i++) {
    if (bundle_map(game.packages[i], &files[i])) continue;
    fprintf(stderr, "Cannot read %s\n", game.packages[i]);
    return false;
  }
  const char *problem = bundle_load(files, count);
  if (problem) fprintf(stderr, "The game's assets cannot be read: %s\n", problem);
  return !problem;
}

/** Out of line: all program code runs in frames below its caller's, whose address bounds the search for references. */
__attribute__((noinline)) static int32_t run(const HxFrameOptions *options) {
  if (!load_assets() || (game.sound && !game_sound_record(game.sound))) return 1;
  int32_t status = hx_start(&hx_program, __builtin_frame_address(0));
  if (status == 0 && hx_has_frames()) status = options->is_headless ? hx_run_headless(options) : hx_run_window(options);
  return game_sound_end() ? status : 1;
}

int main(int count, char **arguments) {
  HxFrameOptions options;
  int32_t left = game_take_options(count - 1, arguments + 1, &game);
  left = hx_take_frame_options(left, arguments + 1, &options);
  options.after_step = game_sound_step;
  if (!options.is_headless && options.frames < 0) seed = (int32_t)time(NULL);
  platform_set_arguments(left, arguments + 1);
  platform_guard_stack();
  platform_exit(run(&options));
}
