/** What a stream's tables take, under a cap, and given back at once: headers may ask for far more than they are long. */
#ifndef HX_VORBIS_MEMORY_H
#define HX_VORBIS_MEMORY_H

#include <stddef.h>

enum { VORBIS_MOST_MEMORY = 24 << 20 };

typedef struct VorbisMemory {
  /** The last block; each begins with the one before. */
  void *last;
  size_t taken;
} VorbisMemory;

/** Zeros; null where the cap or the system's memory is reached. */
void *vorbis_allocate(VorbisMemory *memory, size_t count, size_t size);

void vorbis_release(VorbisMemory *memory);

#endif
