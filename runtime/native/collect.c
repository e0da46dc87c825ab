#include "collect.h"

#include "heap.h"
#include "mark.h"
#include "platform.h"
#include "roots.h"
#include "runtime.h"

/** Below these a program is never collected: bytes allocated since the last cycle. */
#define LEAST_BETWEEN_CYCLES (4u << 20)
#define LEAST_BETWEEN_FRAME_CYCLES (2u << 20)
#define LEAST_WITHIN_FRAME (64u << 20)
/** The clock is looked at every so many references. */
#define STEPS_PER_LOOK 512u

static size_t live_bytes;
static uint32_t cycle_count;
static double longest_pause;
/** Is there something to sweep? */
static bool is_sweeping;
static void *stack_base;

uint32_t hx_polls_held;

void hx_collector_start(void *base) {
  stack_base = base;
  hx_blocks_start();
}

static void begin_cycle(void) {
  while (hx_sweep_some()) continue;
  is_sweeping = false;
  hx_retire_runs();
  hx_epoch++;
  cycle_count++;
  hx_allocated = 0;
  hx_marked_bytes = 0;
  hx_marking = 1;
  hx_shade_roots();
}

static void end_marking(void) {
  hx_retire_runs();
  hx_marking = 0;
  live_bytes = hx_marked_bytes;
  is_sweeping = true;
  hx_begin_sweep();
}

static void finish_marking(void) {
  while (hx_mark_some(STEPS_PER_LOOK)) continue;
  end_marking();
}

#ifdef __SANITIZE_ADDRESS__
#define SEARCHES_STACK __attribute__((no_sanitize("address")))
#else
#define SEARCHES_STACK
#endif

/** Kept out of line so that its frame lies below the caller's spilled registers. */
SEARCHES_STACK __attribute__((noinline)) static void shade_stack(void) {
  volatile uintptr_t here = 0;
  uintptr_t at = (uintptr_t)&here & ~(uintptr_t)(sizeof(uintptr_t) - 1);
  for (; at < (uintptr_t)stack_base; at += sizeof(uintptr_t)) hx_shade_word(*(uintptr_t *)at);
}

static void collect_at_once(void) {
  if (!hx_marking) {
    begin_cycle();
#ifndef __wasm__
    __builtin_unwind_init();
#endif
    shade_stack();
  }
  finish_marking();
}

void hx_collect_now(void) {
  if (hx_marking) finish_marking();
  collect_at_once();
  while (hx_sweep_some()) continue;
  is_sweeping = false;
}

static size_t larger(size_t left, size_t right) {
  return left > right ? left : right;
}

void hx_collect_if_due(void) {
#if HX_GC_STRESS
  hx_collect_now();
#else
  size_t limit = hx_has_frames() ? larger(LEAST_WITHIN_FRAME, live_bytes * 3) : larger(LEAST_BETWEEN_CYCLES, live_bytes);
  if (hx_allocated < limit) return;
  collect_at_once();
#endif
}

void hx_poll(void) {
  if (hx_polls_held == 0) hx_collect_if_due();
}

static void work_between_frames(double end) {
  if (!hx_marking && !is_sweeping && hx_allocated > larger(LEAST_BETWEEN_FRAME_CYCLES, live_bytes / 4)) begin_cycle();
  while (hx_marking) {
    if (!hx_mark_some(STEPS_PER_LOOK)) end_marking();
    if (platform_time() > end) return;
  }
  while (is_sweeping) {
    is_sweeping = hx_sweep_some();
    if (platform_time() > end) return;
  }
}

void hx_collect_between_frames(double budget_seconds) {
  double start = platform_time();
  // Falling behind costs more memory than a longer step costs time.
  bool is_behind = hx_allocated > live_bytes && hx_allocated > LEAST_WITHIN_FRAME / 2;
  work_between_frames(start + (is_behind ? 1.6 * budget_seconds : budget_seconds));
  double pause = platform_time() - start;
  if (pause > longest_pause) longest_pause = pause;
}

double hx_longest_pause(void) {
  return longest_pause;
}

uint32_t hx_cycle_count(void) {
  return cycle_count;
}

size_t hx_live_bytes(void) {
  return live_bytes;
}
