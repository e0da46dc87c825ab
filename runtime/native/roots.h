/** What keeps objects alive besides the machine stack. */
#ifndef HX_ROOTS_H
#define HX_ROOTS_H

#include "program.h"

/** The running program, for its static variables and its classes. */
extern const HxProgram *hx_running;

/** Closures that the program gave the host, kept alive; null where not registered. */
extern HxObject *hx_on_frame, *hx_on_timers, *hx_on_step, *hx_on_draw, *hx_on_digest, *hx_on_return;

/** The thrown value while hx_pending is set. */
extern HxDyn hx_thrown;

void hx_shade_roots(void);

#endif
