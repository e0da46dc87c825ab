/**
 * Numbers as text. Floats are written as ECMAScript's Number::toString does: the fewest digits that read back as the
 * same number and, among those, the nearest. The digits come from Raffaello Giulietti's "Schubfach" (2020): one
 * multiplication by a power of ten for the number and one for each end of its rounding interval.
 */
#include "inline.h"

#include "powers_of_ten.h"

/** digits * 10^exponent */
typedef struct Decimal {
  uint64_t digits;
  int32_t exponent;
} Decimal;

/** The rounding interval in quarters of the number's unit, and the number between them. */
typedef struct Interval {
  uint64_t lower, middle, upper;
} Interval;

#define HIDDEN_BIT (UINT64_C(1) << 52)

/** The top of power * factor; the lowest bit also stands for everything cut off. */
static uint64_t multiply_round_to_odd(HxPower power, uint64_t factor) {
  unsigned __int128 low = (unsigned __int128)power.low * factor;
  unsigned __int128 high = (unsigned __int128)power.high * factor + (uint64_t)(low >> 64);
  return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

/** 10^exponent rounded up, as the method asks. */
static HxPower upper_power(int32_t exponent) {
  HxPower power = hx_powers_of_ten[exponent - HX_LEAST_POWER];
  if (exponent >= HX_LEAST_EXACT_POWER && exponent <= HX_MOST_EXACT_POWER) return power;
  power.low++;
  power.high += power.low == 0;
  return power;
}

static Decimal choose(Interval interval, bool is_even, int32_t exponent) {
  uint64_t lower = interval.lower + !is_even;
  uint64_t upper = interval.upper - !is_even;
  uint64_t floor = interval.middle / 4;
  if (floor >= 10) {
    uint64_t tens = floor / 10;
    bool below_fits = lower <= 40 * tens;
    bool above_fits = 40 * tens + 40 <= upper;
    if (below_fits != above_fits) return (Decimal){tens + above_fits, exponent + 1};
  }
  bool below_fits = lower <= 4 * floor;
  bool above_fits = 4 * floor + 4 <= upper;
  if (below_fits != above_fits) return (Decimal){floor + above_fits, exponent};
  uint64_t half = 4 * floor + 2;
  bool round_up = interval.middle > half || (interval.middle == half && (floor & 1) != 0);
  return (Decimal){floor + round_up, exponent};
}

/** Of significand * 2^exponent, which is positive and finite. */
static Decimal shortest(uint64_t significand, int32_t exponent, bool is_lower_closer) {
  int32_t power = (exponent * 1262611 - (is_lower_closer ? 524031 : 0)) >> 22;
  int32_t shift = exponent + hx_log2_of_power(-power) + 1;
  HxPower factor = upper_power(-power);
  uint64_t quarters = 4 * significand;
  Interval interval = {
      multiply_round_to_odd(factor, (quarters - 2 + is_lower_closer) << shift),
      multiply_round_to_odd(factor, quarters << shift),
      multiply_round_to_odd(factor, (quarters + 2) << shift),
  };
  return choose(interval, significand % 2 == 0, power);
}

static Decimal decimal_of(uint64_t bits) {
  uint64_t fraction = bits & (HIDDEN_BIT - 1);
  int32_t biased = (int32_t)(bits >> 52) & 0x7FF;
  if (biased == 0) return shortest(fraction, -1074, false);
  uint64_t significand = fraction | HIDDEN_BIT;
  int32_t exponent = biased - 1075;
  bool is_whole = exponent <= 0 && exponent > -53 && (significand & ((UINT64_C(1) << -exponent) - 1)) == 0;
  if (is_whole) return (Decimal){significand >> -exponent, 0};
  return shortest(significand, exponent, fraction == 0 && biased > 1);
}

/* ---- Layout ---- */

/** Text under construction: 32 units are more than any number needs. */
typedef struct Text {
  uint16_t units[32];
  int32_t length;
} Text;

static void put(Text *text, char unit) {
  text->units[text->length++] = (uint16_t)unit;
}

static void put_digits(Text *text, const char *digits, int32_t count) {
  for (int32_t index = 0; index < count; index++) put(text, digits[index]);
}

static void put_zeros(Text *text, int32_t count) {
  for (int32_t index = 0; index < count; index++) put(text, '0');
}

/** Writes the digits most significant first, gives their number. */
static int32_t digits_of(uint64_t value, char *digits) {
  char reversed[20];
  int32_t count = 0;
  do {
    reversed[count++] = (char)('0' + value % 10);
    value /= 10;
  } while (value != 0);
  for (int32_t index = 0; index < count; index++) digits[index] = reversed[count - 1 - index];
  return count;
}

static void put_exponent(Text *text, int32_t exponent) {
  put(text, 'e');
  put(text, exponent < 0 ? '-' : '+');
  char digits[20];
  put_digits(text, digits, digits_of((uint64_t)(exponent < 0 ? -exponent : exponent), digits));
}

/** `point` is where the decimal point stands, counted from before the first digit: the `n` of ECMAScript. */
static void put_number(Text *text, const char *digits, int32_t count, int32_t point) {
  if (point > 21 || point <= -6) {
    put(text, digits[0]);
    if (count > 1) put(text, '.');
    put_digits(text, digits + 1, count - 1);
    put_exponent(text, point - 1);
  } else if (point <= 0) {
    put(text, '0');
    put(text, '.');
    put_zeros(text, -point);
    put_digits(text, digits, count);
  } else if (count <= point) {
    put_digits(text, digits, count);
    put_zeros(text, point - count);
  } else {
    put_digits(text, digits, point);
    put(text, '.');
    put_digits(text, digits + point, count - point);
  }
}

static HxString *finish(const Text *text) {
  return hx_new_string(text->units, text->length);
}

HxString *hx_string_from_int(int32_t value) {
  Text text = {.length = 0};
  if (value < 0) put(&text, '-');
  char digits[20];
  uint32_t size = value < 0 ? 0u - (uint32_t)value : (uint32_t)value;
  put_digits(&text, digits, digits_of(size, digits));
  return finish(&text);
}

HxString *hx_string_from_float(double value) {
  if (value != value) return hx_ascii("NaN");
  if (value == 0.0) return hx_ascii("0");
  uint64_t bits = hx_inline_from_f64(value);
  bool is_negative = bits >> 63;
  bits &= ~(UINT64_C(1) << 63);
  if (bits == UINT64_C(0x7FF) << 52) return hx_ascii(is_negative ? "-Infinity" : "Infinity");
  Text text = {.length = 0};
  if (is_negative) put(&text, '-');
  Decimal decimal = decimal_of(bits);
  char digits[20];
  int32_t all = digits_of(decimal.digits, digits);
  int32_t count = all;
  while (digits[count - 1] == '0') count--;
  put_number(&text, digits, count, all + decimal.exponent);
  return finish(&text);
}
