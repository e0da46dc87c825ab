/** What the WebAssembly host calls after start, with uncaught exceptions reported here. */
#include "runtime.h"

/** One fixed step; 0 where an exception ended it. */
int32_t hx_wasm_frame(double seconds) {
  if (!hx_run_frame(seconds) && hx_pending) {
    hx_report_uncaught();
    return 0;
  }
  return 1;
}

/** Writes the commands of one picture; 0 where an exception ended it. */
int32_t hx_wasm_draw(double alpha) {
  hx_commands_clear();
  if (!hx_run_draw(alpha) && hx_pending) {
    hx_report_uncaught();
    return 0;
  }
  return 1;
}

/** The digest's text; null where an exception ended it. */
HxString *hx_wasm_digest(void) {
  HxString *text = hx_run_digest();
  if (text == NULL) hx_report_uncaught();
  return text;
}
