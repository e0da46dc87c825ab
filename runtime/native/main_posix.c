/** The entry point of a native program. */
#include "frame_loop.h"
#include "inline.h"
#include "platform.h"
#include "platform_posix.h"

/** Out of line: all program code runs in frames below its caller's, whose address bounds the search for references. */
__attribute__((noinline)) static int32_t run(const HxFrameOptions *options) {
  int32_t status = hx_start(&hx_program, __builtin_frame_address(0));
  if (status != 0 || !hx_has_frames()) return status;
  return options->is_headless ? hx_run_headless(options) : hx_run_window(options);
}

int main(int count, char **arguments) {
  HxFrameOptions options;
  int32_t left = hx_take_frame_options(count - 1, arguments + 1, &options);
  platform_set_arguments(left, arguments + 1);
  platform_guard_stack();
  platform_exit(run(&options));
}
