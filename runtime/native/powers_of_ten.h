/** Powers of ten as 128-bit fractions: what printing and reading of numbers share. */
#ifndef HX_POWERS_OF_TEN_H
#define HX_POWERS_OF_TEN_H

#include <stdint.h>

#define HX_LEAST_POWER (-342)
#define HX_MOST_POWER 324
/** Powers in this range are exact in the table; all others are rounded towards zero. */
#define HX_LEAST_EXACT_POWER 0
#define HX_MOST_EXACT_POWER 55

/** `high` * 2^64 + `low` from 2^127 up to 2^128: the leading bits of the power. */
typedef struct HxPower {
  uint64_t high;
  uint64_t low;
} HxPower;

extern const HxPower hx_powers_of_ten[HX_MOST_POWER - HX_LEAST_POWER + 1];

/** floor(log2(10^exponent)), right for the exponents of the table and beyond. */
static inline int32_t hx_log2_of_power(int32_t exponent) {
  return (exponent * 1741647) >> 19;
}

#endif
