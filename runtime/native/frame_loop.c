#include "frame_loop.h"

#include "inline.h"

static bool is_same(const char *left, const char *right) {
  while (*left != 0 && *left == *right) {
    left++;
    right++;
  }
  return *left == *right;
}

/** -1 where the text is no number. */
static int32_t number(const char *text) {
  int32_t value = 0;
  if (*text == 0) return -1;
  for (; *text != 0; text++) {
    if (*text < '0' || *text > '9' || value > 100000000) return -1;
    value = value * 10 + *text - '0';
  }
  return value;
}

int32_t hx_take_frame_options(int32_t count, char **arguments, HxFrameOptions *options) {
  int32_t left = 0;
  *options = (HxFrameOptions){.frames = -1};
  for (int32_t index = 0; index < count; index++) {
    bool has_value = index + 1 < count;
    if (is_same(arguments[index], "--headless")) {
      options->is_headless = true;
    } else if (is_same(arguments[index], "--frames") && has_value && number(arguments[index + 1]) >= 0) {
      options->frames = number(arguments[++index]);
    } else {
      arguments[left++] = arguments[index];
    }
  }
  return left;
}

static void print_state(int32_t frames, HxString *digest) {
  hx_host_print(hx_ascii("state "));
  hx_host_print(hx_string_from_int(frames));
  hx_host_print(hx_ascii(" "));
  hx_host_print(digest);
  hx_host_print(hx_ascii("\n"));
}

static bool run_step(const HxFrameOptions *options) {
  return hx_run_frame(HX_FRAME_SECONDS) && (!options->after_step || options->after_step());
}

int32_t hx_run_headless(const HxFrameOptions *options) {
  int32_t frame = 0;
  bool is_well = true;
  for (; frame != options->frames && is_well; frame++) {
    is_well = run_step(options);
    if (is_well) hx_collect_between_frames(HX_COLLECT_SECONDS);
  }
  HxString *digest = is_well ? hx_run_digest() : NULL;
  if (hx_pending) hx_report_uncaught();
  if (!is_well || hx_pending) return 1;
  print_state(frame, digest);
  return 0;
}
