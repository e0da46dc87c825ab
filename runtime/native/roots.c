#include "roots.h"

#include "block.h"
#include "fatal.h"
#include "runtime.h"

#define MOST_HANDLES 1024u

const HxProgram *hx_running;
HxObject *hx_on_frame, *hx_on_timers, *hx_on_step, *hx_on_draw, *hx_on_digest, *hx_on_return;
HxDyn hx_thrown = HX_NULL;

static HxObject *handles[MOST_HANDLES];
static uint32_t handle_count;

void hx_hold(HxObject *object) {
  if (handle_count == MOST_HANDLES) hx_fatal("Too many handles");
  handles[handle_count++] = object;
}

void hx_release(HxObject *object) {
  uint32_t index = 0;
  while (handles[index] != object) index++;
  handles[index] = handles[--handle_count];
}

static void shade_statics(void) {
  for (uint32_t index = 0; index < hx_running->ref_static_count; index++) hx_shade(*hx_running->ref_statics[index]);
  for (uint32_t index = 0; index < hx_running->dyn_static_count; index++)
    hx_shade_dyn(*hx_running->dyn_statics[index]);
}

void hx_shade_roots(void) {
  shade_statics();
  for (uint32_t index = 0; index < handle_count; index++) hx_shade(handles[index]);
  hx_shade(hx_on_frame);
  hx_shade(hx_on_timers);
  hx_shade(hx_on_step);
  hx_shade(hx_on_draw);
  hx_shade(hx_on_digest);
  hx_shade(hx_on_return);
  hx_shade_dyn(hx_thrown);
}
