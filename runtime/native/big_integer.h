/** Whole numbers of any size that reading a Float needs: up to 10^1200 or so. */
#ifndef HX_BIG_INTEGER_H
#define HX_BIG_INTEGER_H

#include <stdint.h>

/** 800 decimal digits times 10^342, or 53 bits times 5^1142 shifted by up to 2000 bits, and room to spare. */
#define HX_BIG_LIMBS 256

typedef struct HxBigInteger {
  int32_t count;
  uint32_t limbs[HX_BIG_LIMBS];
} HxBigInteger;

void hx_big_set(HxBigInteger *number, uint64_t value);
/** number = number * factor + addend */
void hx_big_multiply_add(HxBigInteger *number, uint32_t factor, uint32_t addend);
void hx_big_multiply_power_of_five(HxBigInteger *number, int32_t exponent);
void hx_big_shift_left(HxBigInteger *number, int32_t bits);
/** -1, 0 or 1 */
int32_t hx_big_compare(const HxBigInteger *left, const HxBigInteger *right);

#endif
