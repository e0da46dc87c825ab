/**
 * The allocator. Each size class hands out cells from a run: neighbouring free cells of one block, already zero-filled,
 * so that making an object is adding to a pointer. Runs come from swept blocks, then from blocks swept on demand, then
 * from new ones.
 */
#ifndef HX_HEAP_H
#define HX_HEAP_H

#include "block.h"
#include "debug_switches.h"
#include "size_class.h"

typedef struct HxRun {
  uint8_t *next;
  uint8_t *end;
} HxRun;

extern HxRun hx_runs[HX_SIZE_CLASS_COUNT];

/** Bytes handed out as runs and large objects since the last cycle began. */
extern size_t hx_allocated;
/** Number of the current cycle. */
extern uint32_t hx_epoch;

HxObject *hx_allocate_slowly(const HxType *type, uint32_t size_class);
HxObject *hx_allocate_large(const HxType *type, size_t bytes);

/** Drops the current runs: before marking, so that later cells can be made marked, and before sweeping. */
void hx_retire_runs(void);
/** Makes every block due for sweeping. */
void hx_begin_sweep(void);
/** Sweeps one block or large object; false where none is left. */
bool hx_sweep_some(void);

/** A zero-filled object of a size known when the program is compiled. */
static inline HxObject *hx_allocate_cell(const HxType *type, size_t bytes) {
  uint32_t size_class = hx_size_class(bytes);
  HxRun *run = &hx_runs[size_class];
  uint8_t *cell = run->next;
  if (HX_GC_STRESS || __builtin_expect((size_t)(run->end - cell) < hx_cell_size(size_class), 0))
    return hx_allocate_slowly(type, size_class);
  run->next = cell + hx_cell_size(size_class);
  HxObject *object = (HxObject *)(void *)cell;
  object->type = type;
  return object;
}

/** A zero-filled object of any size. */
static inline void *hx_allocate(const HxType *type, size_t bytes) {
  return bytes <= HX_LARGEST_CELL ? hx_allocate_cell(type, bytes) : hx_allocate_large(type, bytes);
}

#endif
