/** The heap's memory in WebAssembly: what lies above everything that was there when the program started. */
#include "platform.h"

#define PAGE 65536u
/** The last page is left out, so that no range ends past the highest address. */
#define MOST_PAGES 65535u

uint8_t *platform_reserve(size_t *size) {
  size_t first = __builtin_wasm_memory_size(0);
  size_t most = (MOST_PAGES - first) * PAGE;
  if (*size > most) *size = most;
  return (uint8_t *)(first * PAGE);
}

bool platform_commit(uint8_t *from, size_t size) {
  size_t end = ((uintptr_t)from + size + PAGE - 1) / PAGE;
  size_t now = __builtin_wasm_memory_size(0);
  return end <= now || __builtin_wasm_memory_grow(0, end - now) != SIZE_MAX;
}
