/** The program's view of what runs it. */
#include "inline.h"

#include "platform.h"
#include "roots.h"
#include "utf8.h"

#define PIECE 4096u

static void print_to(int32_t stream, HxString *text) {
  uint8_t bytes[PIECE];
  for (uint32_t at = 0; at < (uint32_t)text->length;) {
    uint32_t count = hx_encode_utf8(text->units, (uint32_t)text->length, &at, bytes, PIECE);
    platform_write(stream, bytes, count);
  }
}

void hx_host_print(HxString *text) {
  print_to(1, text);
}

void hx_host_print_error(HxString *text) {
  print_to(2, text);
}

void hx_host_exit(int32_t status) {
  hx_before_return();
  platform_exit(status);
}

double hx_host_time(void) {
  return platform_time();
}

double hx_host_now(void) {
  return platform_now();
}

int32_t hx_host_zone_offset(double time) {
  return platform_zone_offset(time);
}

static HxString *argument(int32_t index) {
  int32_t length = platform_argument(index, NULL, 0);
  HxTextBuffer *bytes = hx_allocate(&hx_text_buffer_type, sizeof(HxTextBuffer) + (size_t)length);
  platform_argument(index, (uint8_t *)bytes->units, length);
  return hx_string_from_utf8((const uint8_t *)bytes->units, (uint32_t)length);
}

HxArray *hx_host_args(void) {
  HxArray *args = hx_new_array(0, NULL);
  int32_t count = platform_argument_count();
  for (int32_t index = 0; index < count; index++) hx_array_push(args, hx_inline_from_ref(argument(index)));
  return args;
}

int32_t hx_host_key_down(int32_t code) {
  return platform_key_down(code);
}

int32_t hx_host_width(void) {
  return platform_width();
}

int32_t hx_host_height(void) {
  return platform_height();
}

HxBytes *hx_host_system(HxBytes *request) {
  int32_t size = platform_system(request->bytes, (uint32_t)request->length);
  if (size < 0) return NULL;
  HxBytes *reply = hx_bytes_alloc(size);
  platform_system_reply(reply->bytes);
  return reply;
}

int32_t hx_host_seed(void) {
  return platform_seed();
}

/* ---- Frames ---- */

void hx_host_on_frame(HxObject *closure) {
  hx_on_frame = closure;
}

void hx_host_on_timers(HxObject *timers, HxObject *step) {
  hx_on_timers = timers;
  hx_on_step = step;
}

void hx_host_on_draw(HxObject *closure) {
  hx_on_draw = closure;
}

void hx_host_on_digest(HxObject *closure) {
  hx_on_digest = closure;
}

void hx_host_on_return(HxObject *closure) {
  hx_on_return = closure;
}

/** An exception on its way goes on afterwards, unless the closure throws another. */
void hx_before_return(void) {
  if (hx_on_return == NULL) return;
  int32_t was_pending = hx_pending;
  hx_pending = 0;
  hx_call_0(hx_on_return);
  if (was_pending) hx_pending = 1;
}

int32_t hx_has_frames(void) {
  return hx_on_frame != NULL;
}

void hx_run_timers(void) {
  if (hx_on_timers != NULL && hx_on_frame == NULL) hx_call_0(hx_on_timers);
}

int32_t hx_run_frame(double seconds) {
  if (hx_on_step != NULL) hx_call_1(hx_on_step, hx_inline_from_f64(seconds));
  if (hx_on_frame != NULL && !hx_pending) hx_call_1(hx_on_frame, hx_inline_from_f64(seconds));
  hx_before_return();
  return !hx_pending;
}

int32_t hx_run_draw(double alpha) {
  if (hx_on_draw != NULL) hx_call_1(hx_on_draw, hx_inline_from_f64(alpha));
  hx_before_return();
  return !hx_pending;
}

HxString *hx_run_digest(void) {
  if (hx_on_digest == NULL) return hx_ascii("");
  HxDyn digest = hx_call_0(hx_on_digest);
  return hx_pending ? NULL : (HxString *)hx_inline_ref(digest);
}
