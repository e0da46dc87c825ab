#include "heap.h"

#include "collect.h"
#include "mark.h"

/** What the first cell of a run of free cells holds until the run is taken. */
typedef struct FreeRun {
  HxObject object;
  uint32_t next;
  uint32_t size;
} FreeRun;

typedef struct SizeClass {
  HxBlock *blocks;
  /** Swept blocks with free cells. */
  HxBlock *partial;
  /** Where sweeping stands: the link to the next block to look at. Null when done. */
  HxBlock **sweep;
} SizeClass;

/** An allocation sweeps at most this many blocks before it takes a new one. */
#define SWEEPS_PER_ALLOCATION 8

HxRun hx_runs[HX_SIZE_CLASS_COUNT];
size_t hx_allocated;
uint32_t hx_epoch = 1;

static SizeClass classes[HX_SIZE_CLASS_COUNT];
static HxBlock *large_objects;
static HxBlock **large_sweep;
/** The class that hx_sweep_some looks at next. */
static uint32_t sweeping_class = HX_SIZE_CLASS_COUNT;

/* ---- Sweeping ---- */

static bool is_marked(const HxBlock *block, uint32_t offset) {
  uint32_t granule = offset / HX_GRANULE;
  return (block->marks[granule / 64] >> (granule % 64)) & 1;
}

static void end_run(HxBlock *block, uint32_t start, uint32_t end, uint32_t **link) {
  FreeRun *run = (FreeRun *)((uintptr_t)block + start);
  __builtin_memset(run, 0, end - start);
  run->size = end - start;
  **link = start;
  *link = &run->next;
}

/** Threads the runs of dead cells, zero-filled, on the block; false where no cell is alive. */
static bool sweep_cells(HxBlock *block) {
  uint32_t size = (uint32_t)block->cell_size;
  uint32_t end = HX_FIRST_CELL + (HX_BLOCK_SIZE - HX_FIRST_CELL) / size * size;
  uint32_t *link = &block->first_run;
  uint32_t dead_from = HX_FIRST_CELL;
  for (uint32_t cell = HX_FIRST_CELL; cell < end; cell += size) {
    if (!is_marked(block, cell)) continue;
    if (dead_from < cell) end_run(block, dead_from, cell, &link);
    dead_from = cell + size;
  }
  if (dead_from == HX_FIRST_CELL) return false;
  if (dead_from < end) end_run(block, dead_from, end, &link);
  *link = 0;
  return true;
}

/** Sweeps the class's next block; false where all are swept. */
static bool sweep_next(SizeClass *class) {
  HxBlock **link = class->sweep;
  if (link == NULL) return false;
  HxBlock *block = *link;
  while (block != NULL && block->swept_epoch == hx_epoch) {
    link = &block->next;
    block = *link;
  }
  class->sweep = link;
  if (block == NULL) {
    class->sweep = NULL;
    return false;
  }
  block->swept_epoch = hx_epoch;
  if (block->mark_epoch != hx_epoch || !sweep_cells(block)) {
    *link = block->next;
    hx_give_back_blocks(block);
    return true;
  }
  if (block->first_run != 0) {
    block->next_partial = class->partial;
    class->partial = block;
  }
  class->sweep = &block->next;
  return true;
}

static bool sweep_next_large(void) {
  HxBlock *block = large_sweep == NULL ? NULL : *large_sweep;
  if (block == NULL) {
    large_sweep = NULL;
    return false;
  }
  if (block->swept_epoch != hx_epoch && block->mark_epoch != hx_epoch) {
    *large_sweep = block->next;
    hx_give_back_blocks(block);
    return true;
  }
  block->swept_epoch = hx_epoch;
  large_sweep = &block->next;
  return true;
}

void hx_begin_sweep(void) {
  for (uint32_t index = 0; index < HX_SIZE_CLASS_COUNT; index++) {
    classes[index].partial = NULL;
    classes[index].sweep = &classes[index].blocks;
  }
  large_sweep = &large_objects;
  sweeping_class = 0;
}

bool hx_sweep_some(void) {
  if (sweep_next_large()) return true;
  while (sweeping_class < HX_SIZE_CLASS_COUNT) {
    if (sweep_next(&classes[sweeping_class])) return true;
    sweeping_class++;
  }
  return false;
}

/* ---- Allocation ---- */

/** While marking, whatever is made counts as reached. */
static void mark_cells(HxBlock *block, uint8_t *from, uint8_t *to) {
  hx_use_marks(block);
  for (uint8_t *cell = from; cell < to; cell += block->cell_size) {
    uint32_t granule = hx_granule_of(cell);
    block->marks[granule / 64] |= UINT64_C(1) << (granule % 64);
  }
}

static void unmark_cells(HxBlock *block, uint8_t *from, uint8_t *to) {
  for (uint8_t *cell = from; cell < to; cell += block->cell_size) {
    uint32_t granule = hx_granule_of(cell);
    block->marks[granule / 64] &= ~(UINT64_C(1) << (granule % 64));
  }
}

/** The cells left in a run stay free, and are found again by the next sweep. */
void hx_retire_runs(void) {
  for (uint32_t index = 0; index < HX_SIZE_CLASS_COUNT; index++) {
    HxRun *run = &hx_runs[index];
    if (run->next < run->end) {
      HxBlock *block = hx_block_of(run->next);
      if (block->mark_epoch == hx_epoch) unmark_cells(block, run->next, run->end);
    }
    *run = (HxRun){NULL, NULL};
  }
}

static bool take_run_of(HxBlock *block, uint32_t size_class) {
  if (block->first_run == 0) return false;
  FreeRun *free_run = (FreeRun *)((uintptr_t)block + block->first_run);
  HxRun run = {(uint8_t *)free_run, (uint8_t *)free_run + free_run->size};
  block->first_run = free_run->next;
  hx_allocated += free_run->size;
  __builtin_memset(free_run, 0, sizeof(FreeRun));
  if (hx_marking) mark_cells(block, run.next, run.end);
  hx_runs[size_class] = run;
  return true;
}

static bool take_partial_run(uint32_t size_class) {
  SizeClass *class = &classes[size_class];
  while (class->partial != NULL) {
    if (take_run_of(class->partial, size_class)) return true;
    class->partial = class->partial->next_partial;
  }
  return false;
}

static void take_new_block(uint32_t size_class) {
  SizeClass *class = &classes[size_class];
  HxBlock *block = hx_take_blocks(1);
  block->cell_size = hx_cell_size(size_class);
  block->size_class = size_class;
  // While marking, the block still has the coming sweep before it; else it is as good as swept.
  block->swept_epoch = hx_marking ? hx_epoch - 1 : hx_epoch;
  block->mark_epoch = hx_epoch - 1;
  block->next = class->blocks;
  class->blocks = block;
  uint32_t size = (uint32_t)block->cell_size;
  block->first_run = HX_FIRST_CELL;
  FreeRun *run = (FreeRun *)((uintptr_t)block + HX_FIRST_CELL);
  run->size = (HX_BLOCK_SIZE - HX_FIRST_CELL) / size * size;
  take_run_of(block, size_class);
}

static void take_run(uint32_t size_class) {
  if (take_partial_run(size_class)) return;
  for (int sweeps = 0; sweeps < SWEEPS_PER_ALLOCATION; sweeps++) {
    if (!sweep_next(&classes[size_class])) break;
    if (take_partial_run(size_class)) return;
  }
  take_new_block(size_class);
}

HxObject *hx_allocate_slowly(const HxType *type, uint32_t size_class) {
  if (HX_COLLECT_IN_ALLOCATOR) hx_collect_if_due();
  HxRun *run = &hx_runs[size_class];
  uint32_t size = hx_cell_size(size_class);
  if ((size_t)(run->end - run->next) < size) take_run(size_class);
  HxObject *object = (HxObject *)(void *)run->next;
  run->next += size;
  object->type = type;
  return object;
}

HxObject *hx_allocate_large(const HxType *type, size_t bytes) {
  if (HX_COLLECT_IN_ALLOCATOR) hx_collect_if_due();
  size_t with_header = bytes + HX_FIRST_CELL;
  HxBlock *block = hx_take_blocks((uint32_t)((with_header + HX_BLOCK_SIZE - 1) / HX_BLOCK_SIZE));
  block->cell_size = bytes;
  block->size_class = HX_LARGE_CLASS;
  block->swept_epoch = hx_marking ? hx_epoch - 1 : hx_epoch;
  block->mark_epoch = hx_epoch - 1;
  block->next = large_objects;
  large_objects = block;
  if (large_sweep == &large_objects) large_sweep = &block->next;
  hx_allocated += with_header;
  HxObject *object = (HxObject *)((uintptr_t)block + HX_FIRST_CELL);
  object->type = type;
  if (hx_marking) mark_cells(block, (uint8_t *)object, (uint8_t *)object + 1);
  return object;
}
