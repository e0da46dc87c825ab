/** Arithmetic that C leaves to a library or undefined, exact and the same everywhere. */
#include "inline.h"

#define EXPONENT_BITS 0x7FF
#define HIDDEN_BIT (UINT64_C(1) << 52)
#define SIGN_BIT (UINT64_C(1) << 63)
#define CANONICAL_NAN UINT64_C(0x7FF8000000000000)

static uint64_t bits_of(double value) {
  uint64_t bits;
  __builtin_memcpy(&bits, &value, sizeof bits);
  return bits;
}

static int32_t exponent_of(uint64_t bits) {
  return (int32_t)(bits >> 52) & EXPONENT_BITS;
}

int32_t hx_i32_mod(int32_t left, int32_t right) {
  return hx_inline_i32_mod(left, right);
}

/** The significand shifted to where its unit is 1, modulo 2^32; bits shifted off the right are the fraction. */
int32_t hx_f64_to_int(double value) {
  uint64_t bits = bits_of(value);
  int32_t shift = exponent_of(bits) - 1075;
  if (shift >= 32 || shift <= -53) return 0;
  uint64_t significand = (bits & (HIDDEN_BIT - 1)) | HIDDEN_BIT;
  uint32_t whole = (uint32_t)(shift >= 0 ? significand << shift : significand >> -shift);
  return (int32_t)(bits & SIGN_BIT ? 0u - whole : whole);
}

/* ---- Remainder ---- */

/** The significand with the hidden bit in place also for subnormal numbers, whose exponent then goes below 1. */
static uint64_t normalised(uint64_t bits, int32_t *exponent) {
  uint64_t fraction = bits & (HIDDEN_BIT - 1);
  *exponent = exponent_of(bits);
  if (*exponent != 0) return fraction | HIDDEN_BIT;
  int32_t shift = __builtin_clzll(fraction) - 11;
  *exponent = 1 - shift;
  return fraction << shift;
}

/** Long division, eleven bits at a time: what is left always fits in 53 bits, so the shifted value fits in 64. */
static uint64_t long_remainder(uint64_t left, uint64_t right, int32_t steps) {
  left %= right;
  while (steps > 0 && left != 0) {
    int32_t shift = steps < 11 ? steps : 11;
    left = (left << shift) % right;
    steps -= shift;
  }
  return left;
}

static double from_significand(uint64_t significand, int32_t exponent, uint64_t sign) {
  if (significand == 0) return hx_inline_double_of(sign);
  int32_t shift = __builtin_clzll(significand) - 11;
  significand <<= shift;
  exponent -= shift;
  if (exponent > 0) return hx_inline_double_of(sign | ((uint64_t)exponent << 52) | (significand & (HIDDEN_BIT - 1)));
  // A remainder of a subnormal divisor: its low bits are zero, so nothing is lost here.
  return hx_inline_double_of(sign | (significand >> (1 - exponent)));
}

double hx_f64_mod(double left, double right) {
  uint64_t left_bits = bits_of(left);
  uint64_t right_bits = bits_of(right);
  uint64_t sign = left_bits & SIGN_BIT;
  left_bits &= ~SIGN_BIT;
  right_bits &= ~SIGN_BIT;
  uint64_t infinity = (uint64_t)EXPONENT_BITS << 52;
  if (right_bits == 0 || left_bits >= infinity || right_bits > infinity) return hx_inline_double_of(CANONICAL_NAN);
  if (left_bits < right_bits || left_bits == 0) return left;
  int32_t left_exponent, right_exponent;
  uint64_t dividend = normalised(left_bits, &left_exponent);
  uint64_t divisor = normalised(right_bits, &right_exponent);
  return from_significand(long_remainder(dividend, divisor, left_exponent - right_exponent), right_exponent, sign);
}

/* ---- Rounding ---- */

double hx_f64_sqrt(double value) {
  return __builtin_sqrt(value);
}

double hx_f64_abs(double value) {
  return __builtin_fabs(value);
}

double hx_f64_floor(double value) {
  return hx_inline_f64_floor(value);
}

double hx_f64_ceil(double value) {
  return -hx_inline_f64_floor(-value);
}

/* ---- Bits ---- */

/** NaN has one pattern, as what a program can see of it must be the same everywhere. */
static uint64_t canonical_bits(double value) {
  return value != value ? CANONICAL_NAN : bits_of(value);
}

int32_t hx_f64_low_bits(double value) {
  return (int32_t)(uint32_t)canonical_bits(value);
}

int32_t hx_f64_high_bits(double value) {
  return (int32_t)(uint32_t)(canonical_bits(value) >> 32);
}

double hx_f64_from_bits(int32_t low, int32_t high) {
  double value = hx_inline_double_of((uint64_t)(uint32_t)high << 32 | (uint32_t)low);
  return hx_inline_double_of(canonical_bits(value));
}

int32_t hx_f64_to_float32_bits(double value) {
  if (value != value) return 0x7FC00000;
  float narrow = (float)value;
  int32_t bits;
  __builtin_memcpy(&bits, &narrow, sizeof bits);
  return bits;
}

double hx_f64_from_float32_bits(int32_t bits) {
  float narrow;
  __builtin_memcpy(&narrow, &bits, sizeof narrow);
  return hx_inline_double_of(canonical_bits((double)narrow));
}
