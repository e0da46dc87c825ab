/**
 * Marking: snapshot at the beginning. What was reachable when the cycle began is kept; a store shades what it
 * overwrites (hx_marking is the flag that generated code tests), and objects made meanwhile count as reached. So the
 * machine stack need not be looked at again, and marking may stop and go on at any point.
 */
#ifndef HX_MARK_H
#define HX_MARK_H

#include "block.h"
#include "heap.h"
#include "runtime.h"

/** Bytes found reachable in this cycle so far. */
extern size_t hx_marked_bytes;

/** Traces until about so many objects and references were looked at; false where nothing is left to trace. */
bool hx_mark_some(uint32_t references);
/** Shades the object that the word refers to, if it refers to one: for words of unknown meaning. */
void hx_shade_word(uint64_t word);

/** Makes the block's marks those of this cycle: clear, unless the cycle has used them. */
static inline void hx_use_marks(HxBlock *block) {
  if (block->mark_epoch == hx_epoch) return;
  __builtin_memset(block->marks, 0, sizeof block->marks);
  block->mark_epoch = hx_epoch;
}

#endif
