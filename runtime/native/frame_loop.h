/**
 * What a native program does after `main` when it has asked for frames. The window layer, where it is linked in,
 * replaces hx_run_window; a build without one only knows --headless.
 */
#ifndef HX_FRAME_LOOP_H
#define HX_FRAME_LOOP_H

#include <stdbool.h>
#include <stdint.h>

/** Seconds of one fixed step of the game. */
#define HX_FRAME_SECONDS (1.0 / 60.0)
/** What the collector may use of a frame. */
#define HX_COLLECT_SECONDS 0.0005

typedef struct HxFrameOptions {
  bool is_headless;
  /** How many frames to run, or -1 for no end. */
  int32_t frames;
  /** Runs after each step without a window, unless it is null; false ends the run as failed. */
  bool (*after_step)(void);
} HxFrameOptions;

/** Takes the options of the frame loop, wherever they stand, out of the arguments; gives the number that is left. */
int32_t hx_take_frame_options(int32_t count, char **arguments, HxFrameOptions *options);

/** Runs the frames without a window and writes "state N DIGEST"; gives the exit status. */
int32_t hx_run_headless(const HxFrameOptions *options);

/** Opens a window and runs until it is closed; gives the exit status. */
int32_t hx_run_window(const HxFrameOptions *options);

#endif
