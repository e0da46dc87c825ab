/**
 * What the C compiler calls by itself and a C library or compiler runtime would have: nothing else is linked into the
 * WebAssembly runtime.
 */
#include <stddef.h>
#include <stdint.h>

typedef __int128 Wide;
typedef unsigned __int128 UnsignedWide;

int memcmp(const void *left, const void *right, size_t count);
Wide __multi3(Wide left, Wide right);
Wide __ashlti3(Wide value, int32_t count);
Wide __lshrti3(Wide value, int32_t count);

int memcmp(const void *left, const void *right, size_t count) {
  const uint8_t *left_bytes = left;
  const uint8_t *right_bytes = right;
  for (size_t index = 0; index < count; index++) {
    if (left_bytes[index] != right_bytes[index]) return left_bytes[index] - right_bytes[index];
  }
  return 0;
}

/** Two halves, put together without a 128-bit shift. */
typedef union Halves {
  UnsignedWide whole;
  struct {
    uint64_t low;
    uint64_t high;
  } half;
} Halves;

static UnsignedWide multiply_64(uint64_t left, uint64_t right) {
  uint64_t left_low = (uint32_t)left, left_high = left >> 32;
  uint64_t right_low = (uint32_t)right, right_high = right >> 32;
  uint64_t low = left_low * right_low;
  uint64_t middle = left_high * right_low + (low >> 32);
  uint64_t other = left_low * right_high + (uint32_t)middle;
  Halves result;
  result.half.low = other << 32 | (uint32_t)low;
  result.half.high = left_high * right_high + (middle >> 32) + (other >> 32);
  return result.whole;
}

Wide __multi3(Wide left, Wide right) {
  Halves l = {.whole = (UnsignedWide)left}, r = {.whole = (UnsignedWide)right};
  Halves result = {.whole = multiply_64(l.half.low, r.half.low)};
  result.half.high += l.half.high * r.half.low + l.half.low * r.half.high;
  return (Wide)result.whole;
}

Wide __ashlti3(Wide value, int32_t count) {
  Halves from = {.whole = (UnsignedWide)value}, to;
  if (count == 0) return value;
  to.half.low = count < 64 ? from.half.low << count : 0;
  to.half.high = count < 64 ? from.half.high << count | from.half.low >> (64 - count) : from.half.low << (count - 64);
  return (Wide)to.whole;
}

Wide __lshrti3(Wide value, int32_t count) {
  Halves from = {.whole = (UnsignedWide)value}, to;
  if (count == 0) return value;
  to.half.high = count < 64 ? from.half.high >> count : 0;
  to.half.low = count < 64 ? from.half.low >> count | from.half.high << (64 - count) : from.half.high >> (count - 64);
  return (Wide)to.whole;
}
