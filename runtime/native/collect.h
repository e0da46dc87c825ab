/**
 * When to collect, and from which roots.
 *
 * A program that has asked for frames is collected incrementally between them, where no program frame is on the machine
 * stack: roots are then the static variables, what the host holds, and the pending exception. Any other program, or one
 * whose single frame allocates without measure, is collected at once when enough was allocated; then the machine stack
 * is searched, every word that may be an address counting as a reference. Objects do not move, which makes that safe.
 */
#ifndef HX_COLLECT_H
#define HX_COLLECT_H

#include "value.h"

/** `stack_base`: an address in the caller of all program code; what lies beyond is not searched. */
void hx_collector_start(void *stack_base);

/** While above 0 hx_poll does nothing: runtime code holds objects in its variables and runs program code. */
extern uint32_t hx_polls_held;

/** Collects if enough was allocated since the last time. */
void hx_collect_if_due(void);

/** Longest time in seconds that hx_collect_between_frames took, and how many cycles there were. */
double hx_longest_pause(void);
uint32_t hx_cycle_count(void);
/** Bytes found alive by the last finished cycle. */
size_t hx_live_bytes(void);

#endif
