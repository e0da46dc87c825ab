#include "vorbis_memory.h"

#include <stdlib.h>

/** Keeps what follows it aligned for any type. */
typedef union Block {
  void *before;
  max_align_t alignment;
} Block;

void *vorbis_allocate(VorbisMemory *memory, size_t count, size_t size) {
  if (count > (VORBIS_MOST_MEMORY - memory->taken) / size) return NULL;
  Block *block = calloc(1, sizeof(Block) + count * size);
  if (!block) return NULL;
  memory->taken += count * size;
  block->before = memory->last;
  memory->last = block;
  return block + 1;
}

void vorbis_release(VorbisMemory *memory) {
  for (Block *block = memory->last; block;) {
    Block *before = block->before;
    free(block);
    block = before;
  }
  *memory = (VorbisMemory){0};
}
