#include "block.h"

#include "fatal.h"
#include "platform.h"

enum BlockUse {
  /** Never taken, so still zero-filled. */
  USE_NONE = 0,
  USE_FREE,
  USE_CELLS,
  USE_LARGE,
  USE_LARGE_REST,
  USE_SCRATCH,
};

#if UINTPTR_MAX == UINT32_MAX
#define MOST_BLOCKS (1u << 16)
#else
#define MOST_BLOCKS (1u << 20)
#endif
/** Memory is asked of the system in pieces of this many blocks. */
#define COMMIT_BLOCKS 64u

uintptr_t hx_heap_start;
size_t hx_heap_span;

static uint8_t block_use[MOST_BLOCKS];
static uint32_t reserved_blocks;
static uint32_t committed_blocks;
/** Blocks from here on were never taken. */
static uint32_t taken_blocks;
/** No block before this one is free. */
static uint32_t lowest_free;

void hx_blocks_start(void) {
  if (reserved_blocks != 0) return;
  size_t size = (size_t)(MOST_BLOCKS - 1) * HX_BLOCK_SIZE;
  hx_heap_start = (uintptr_t)platform_reserve(&size);
  hx_heap_span = size;
  reserved_blocks = (uint32_t)(size / HX_BLOCK_SIZE);
}

static void *block_address(uint32_t index) {
  return (void *)(hx_heap_start + (size_t)index * HX_BLOCK_SIZE);
}

static uint32_t block_index(const void *address) {
  return (uint32_t)(((uintptr_t)address - hx_heap_start) / HX_BLOCK_SIZE);
}

/** First free run of `count` blocks among those taken before; `taken_blocks` where there is none. */
static uint32_t find_free_run(uint32_t count) {
  while (lowest_free < taken_blocks && block_use[lowest_free] != USE_FREE) lowest_free++;
  uint32_t run = 0;
  for (uint32_t index = lowest_free; index < taken_blocks; index++) {
    run = block_use[index] == USE_FREE ? run + 1 : 0;
    if (run == count) return index + 1 - count;
  }
  return taken_blocks;
}

static void commit_up_to(uint32_t end) {
  if (end <= committed_blocks) return;
  uint32_t wanted = (end + COMMIT_BLOCKS - 1) / COMMIT_BLOCKS * COMMIT_BLOCKS;
  if (wanted > reserved_blocks) wanted = reserved_blocks;
  size_t size = (size_t)(wanted - committed_blocks) * HX_BLOCK_SIZE;
  if (wanted < end || !platform_commit(block_address(committed_blocks), size)) hx_fatal("Out of memory");
  committed_blocks = wanted;
}

static void *take(uint32_t count, enum BlockUse first, enum BlockUse rest) {
  // Assets are registered before the program, and with it the collector, starts.
  hx_blocks_start();
  uint32_t index = find_free_run(count);
  void *address = block_address(index);
  if (index == taken_blocks) {
    if (count > reserved_blocks - taken_blocks) hx_fatal("Out of memory");
    commit_up_to(index + count);
    taken_blocks = index + count;
  } else {
    __builtin_memset(address, 0, (size_t)count * HX_BLOCK_SIZE);
  }
  block_use[index] = (uint8_t)first;
  for (uint32_t offset = 1; offset < count; offset++) block_use[index + offset] = (uint8_t)rest;
  return address;
}

static void give_back(const void *address, uint32_t count) {
  uint32_t index = block_index(address);
  __builtin_memset(block_use + index, USE_FREE, count);
  if (index < lowest_free) lowest_free = index;
}

HxBlock *hx_take_blocks(uint32_t count) {
  HxBlock *block = take(count, count == 1 ? USE_CELLS : USE_LARGE, USE_LARGE_REST);
  block->block_count = count;
  return block;
}

void hx_give_back_blocks(HxBlock *block) {
  give_back(block, block->block_count);
}

void *hx_take_scratch_block(void) {
  return take(1, USE_SCRATCH, USE_SCRATCH);
}

void hx_give_back_scratch_block(void *block) {
  give_back(block, 1);
}

void *hx_take_permanent(size_t bytes) {
  static uint8_t *next, *end;
  bytes = (bytes + 15) & ~(size_t)15;
  if ((size_t)(end - next) < bytes) {
    next = hx_take_scratch_block();
    end = next + HX_BLOCK_SIZE;
  }
  void *memory = next;
  next += bytes;
  return memory;
}

static uint32_t blocks_for(size_t bytes) {
  return (uint32_t)((bytes + HX_BLOCK_SIZE - 1) / HX_BLOCK_SIZE);
}

void *hx_take_table(size_t bytes) {
  return take(blocks_for(bytes), USE_SCRATCH, USE_SCRATCH);
}

void hx_give_back_table(void *table, size_t bytes) {
  give_back(table, blocks_for(bytes));
}

static HxObject *find_cell(HxBlock *block, uintptr_t address) {
  uintptr_t first = (uintptr_t)block + HX_FIRST_CELL;
  if (address < first) return NULL;
  uintptr_t cell = first + (address - first) / block->cell_size * block->cell_size;
  if (cell + block->cell_size > (uintptr_t)block + HX_BLOCK_SIZE) return NULL;
  HxObject *object = (HxObject *)cell;
  return object->type == NULL ? NULL : object;
}

static HxObject *find_large(uint32_t index) {
  while (block_use[index] == USE_LARGE_REST) index--;
  HxObject *object = (HxObject *)((uintptr_t)block_address(index) + HX_FIRST_CELL);
  return object->type == NULL ? NULL : object;
}

HxObject *hx_find_object(uintptr_t address) {
  if (address - hx_heap_start >= (size_t)taken_blocks * HX_BLOCK_SIZE) return NULL;
  uint32_t index = block_index((void *)address);
  switch (block_use[index]) {
    case USE_CELLS:
      return find_cell(block_address(index), address);
    case USE_LARGE:
    case USE_LARGE_REST:
      return find_large(index);
    default:
      return NULL;
  }
}
