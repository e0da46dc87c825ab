/** Stands in for the window layer in builds without one: a game only runs with --headless. */
#include "fatal.h"
#include "frame_loop.h"
#include "platform.h"
#include "platform_posix.h"

int32_t hx_run_window(const HxFrameOptions *options) {
  (void)options;
  hx_fatal("This program was built without a window: run it with --headless");
}

int32_t platform_key_down(int32_t code) {
  (void)code;
  return 0;
}

int32_t platform_width(void) {
  return 1280;
}

int32_t platform_height(void) {
  return 720;
}

double platform_now(void) {
  return posix_now();
}

int32_t platform_zone_offset(double time) {
  return posix_zone_offset(time);
}

/** Fixed, so that a run without a window repeats. */
int32_t platform_seed(void) {
  return 1;
}
