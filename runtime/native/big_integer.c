#include "big_integer.h"

#include "fatal.h"

static void append_limb(HxBigInteger *number, uint32_t limb) {
  if (number->count == HX_BIG_LIMBS) hx_fatal("A number's text is too long");
  number->limbs[number->count++] = limb;
}

void hx_big_set(HxBigInteger *number, uint64_t value) {
  number->count = 0;
  for (; value != 0; value >>= 32) append_limb(number, (uint32_t)value);
}

void hx_big_multiply_add(HxBigInteger *number, uint32_t factor, uint32_t addend) {
  uint64_t carry = addend;
  for (int32_t index = 0; index < number->count; index++) {
    carry += (uint64_t)number->limbs[index] * factor;
    number->limbs[index] = (uint32_t)carry;
    carry >>= 32;
  }
  if (carry != 0) append_limb(number, (uint32_t)carry);
}

void hx_big_multiply_power_of_five(HxBigInteger *number, int32_t exponent) {
  for (; exponent >= 13; exponent -= 13) hx_big_multiply_add(number, 1220703125, 0);
  for (; exponent > 0; exponent--) hx_big_multiply_add(number, 5, 0);
}

void hx_big_shift_left(HxBigInteger *number, int32_t bits) {
  if (bits % 32 != 0) hx_big_multiply_add(number, UINT32_C(1) << (bits % 32), 0);
  int32_t limbs = bits / 32;
  if (limbs == 0 || number->count == 0) return;
  int32_t count = number->count;
  for (int32_t index = 0; index < limbs; index++) append_limb(number, 0);
  for (int32_t index = count - 1; index >= 0; index--) number->limbs[index + limbs] = number->limbs[index];
  for (int32_t index = 0; index < limbs; index++) number->limbs[index] = 0;
}

int32_t hx_big_compare(const HxBigInteger *left, const HxBigInteger *right) {
  if (left->count != right->count) return left->count < right->count ? -1 : 1;
  for (int32_t index = left->count - 1; index >= 0; index--)
    if (left->limbs[index] != right->limbs[index]) return left->limbs[index] < right->limbs[index] ? -1 : 1;
  return 0;
}
