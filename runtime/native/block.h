/**
 * The heap's address range and its 64 KB blocks. A block holds cells of one size, or is the first of a large object's
 * run of blocks; either way the block of an object is found by masking the object's address.
 */
#ifndef HX_BLOCK_H
#define HX_BLOCK_H

#include "value.h"

#define HX_BLOCK_SIZE 65536u
/** Objects start at multiples of this. */
#define HX_GRANULE 8u
#define HX_LARGE_CLASS 0xFFFFFFFFu

typedef struct HxBlock HxBlock;
struct HxBlock {
  /** Next block of the same size class, or next large object. */
  HxBlock *next;
  /** Next swept block of the class with free cells. */
  HxBlock *next_partial;
  /** Bytes of a cell; of a large object all its bytes. */
  size_t cell_size;
  uint32_t size_class;
  /** How many blocks: 1 unless large. */
  uint32_t block_count;
  /** The cycle whose marks `marks` holds; marks of an older cycle count as clear. */
  uint32_t mark_epoch;
  /** The cycle whose sweep this block has had. */
  uint32_t swept_epoch;
  /** Byte offset in the block of the first run of free cells, 0 for none. */
  uint32_t first_run;
  /** One bit per granule, set at the start of a marked object. */
  uint64_t marks[HX_BLOCK_SIZE / HX_GRANULE / 64];
};

#define HX_FIRST_CELL ((uint32_t)((sizeof(HxBlock) + 15) & ~(size_t)15))

/** The range of addresses the heap may use; only the front part is in use. */
extern uintptr_t hx_heap_start;
extern size_t hx_heap_span;

void hx_blocks_start(void);
/** A zero-filled run of blocks for cells or one large object; ends the program where memory is out. */
HxBlock *hx_take_blocks(uint32_t count);
void hx_give_back_blocks(HxBlock *block);
/** Zero-filled memory that is no object: small pieces, never given back, or a table with blocks of its own. */
void *hx_take_permanent(size_t bytes);
void *hx_take_table(size_t bytes);
/** Of a table. */
void hx_give_back_table(void *table, size_t bytes);
/** One block's worth of memory that is no object's. */
void *hx_take_scratch_block(void);
void hx_give_back_scratch_block(void *block);
/** The live object that holds the address, or null: for addresses of unknown origin. */
HxObject *hx_find_object(uintptr_t address);

static inline bool hx_in_heap(const void *address) {
  return (uintptr_t)address - hx_heap_start < hx_heap_span;
}

static inline HxBlock *hx_block_of(const void *object) {
  return (HxBlock *)((uintptr_t)object & ~(uintptr_t)(HX_BLOCK_SIZE - 1));
}

static inline uint32_t hx_granule_of(const void *object) {
  return ((uint32_t)(uintptr_t)object & (HX_BLOCK_SIZE - 1)) / HX_GRANULE;
}

#endif
