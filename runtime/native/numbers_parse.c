/**
 * Text to Float, correctly rounded. The first 19 digits times a 128-bit power of ten give an interval that the number
 * lies in; where both its ends round to the same double, that is the result. Else, about once in 2^60 random numbers
 * but for every tie, the decimal number is compared exactly with the boundary between two doubles.
 */
#include "big_integer.h"
#include "inline.h"
#include "powers_of_ten.h"

/** More digits than these cannot tell a number from a boundary between doubles, except by being there at all. */
#define MOST_DIGITS 800
#define QUICK_DIGITS 19
#define HIDDEN_BIT (UINT64_C(1) << 52)
#define EXPONENT_LIMIT 100000

/** The digits, without leading zeros, as a whole number times 10^exponent. */
typedef struct Decimal {
  uint8_t digits[MOST_DIGITS + 1];
  int32_t count;
  int32_t exponent;
  bool is_negative;
} Decimal;

/** significand * 2^exponent, the significand below 2^53, and at least 2^52 unless the exponent is -1074. */
typedef struct Binary {
  uint64_t significand;
  int32_t exponent;
} Binary;

/* ---- The double from the digits ---- */

static double to_double(Binary value) {
  if (value.significand == HIDDEN_BIT * 2) value = (Binary){HIDDEN_BIT, value.exponent + 1};
  if (value.exponent > 971) return __builtin_inf();
  if (value.significand < HIDDEN_BIT) return hx_inline_double_of(value.significand);
  return hx_inline_double_of((uint64_t)(value.exponent + 1075) << 52 | (value.significand & (HIDDEN_BIT - 1)));
}

/** The number is from `high`,`low` * 2^exponent up to at most `error` units of `low` more. */
typedef struct Product {
  uint64_t high, low;
  int32_t exponent;
} Product;

/** `significand` is not 0, the power is in the table. */
static Product multiply(uint64_t significand, int32_t power) {
  int32_t shift = __builtin_clzll(significand);
  uint64_t factor = significand << shift;
  HxPower ten = hx_powers_of_ten[power - HX_LEAST_POWER];
  unsigned __int128 low = (unsigned __int128)ten.low * factor;
  unsigned __int128 high = (unsigned __int128)ten.high * factor + (uint64_t)(low >> 64);
  int32_t exponent = hx_log2_of_power(power) - 127 - shift + 64;
  if (high >> 127 == 0) {
    high = high << 1 | (uint64_t)low >> 63;
    exponent--;
  }
  return (Product){(uint64_t)(high >> 64), (uint64_t)high, exponent};
}

/** How many of the product's 128 bits lie below the double's last one. */
static int32_t dropped_bits(Product product) {
  int32_t exponent = product.exponent + 75;
  return exponent >= -1074 ? 75 : -1074 - product.exponent;
}

static Binary round_down(Product product) {
  int32_t dropped = dropped_bits(product);
  unsigned __int128 whole = (unsigned __int128)product.high << 64 | product.low;
  return (Binary){dropped >= 128 ? 0 : (uint64_t)(whole >> dropped), product.exponent + dropped};
}

/** Does every number from the product up to `error` more lie on the same side of the boundary, and off it? */
static bool is_certain(Product product, unsigned __int128 error, bool *rounds_up) {
  int32_t dropped = dropped_bits(product);
  if (dropped > 120) return false;
  unsigned __int128 whole = (unsigned __int128)product.high << 64 | product.low;
  unsigned __int128 one = 1;
  unsigned __int128 fraction = whole & ((one << dropped) - 1);
  unsigned __int128 half = one << (dropped - 1);
  *rounds_up = fraction > half;
  bool same_side = *rounds_up || fraction + error < half;
  return same_side && fraction + error < one << dropped;
}

/** -1, 0 or 1 as the decimal is below, on or above (2 * significand + 1) * 2^(exponent - 1), the boundary above. */
static int32_t compare_to_boundary(const Decimal *decimal, Binary below) {
  static HxBigInteger left, right;
  hx_big_set(&left, 0);
  for (int32_t index = 0; index < decimal->count; index++) hx_big_multiply_add(&left, 10, decimal->digits[index]);
  hx_big_set(&right, 2 * below.significand + 1);
  int32_t twos = below.exponent - 1;
  if (decimal->exponent >= 0) {
    hx_big_multiply_power_of_five(&left, decimal->exponent);
  } else {
    hx_big_multiply_power_of_five(&right, -decimal->exponent);
  }
  twos -= decimal->exponent;
  hx_big_shift_left(twos >= 0 ? &right : &left, twos >= 0 ? twos : -twos);
  return hx_big_compare(&left, &right);
}

/** `below` is the double at or just below the number, give or take one. */
static Binary round_exactly(const Decimal *decimal, Binary below) {
  if (below.significand > 0) below = below.significand == HIDDEN_BIT && below.exponent > -1074
                                         ? (Binary){HIDDEN_BIT * 2 - 1, below.exponent - 1}
                                         : (Binary){below.significand - 1, below.exponent};
  for (;;) {
    int32_t order = compare_to_boundary(decimal, below);
    if (order < 0 || (order == 0 && below.significand % 2 == 0)) return below;
    below.significand++;
    if (below.significand == HIDDEN_BIT * 2) below = (Binary){HIDDEN_BIT, below.exponent + 1};
  }
}

/** Small whole numbers and powers of ten are exact doubles, and one operation on them rounds once. */
static bool convert_small(uint64_t significand, int32_t exponent, double *value) {
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (significand > HIDDEN_BIT * 2 || exponent < -22 || exponent > 22) return false;
  *value = exponent < 0 ? (double)significand / powers[-exponent] : (double)significand * powers[exponent];
  return true;
}

static double convert(const Decimal *decimal) {
  uint64_t significand = 0;
  int32_t taken = decimal->count < QUICK_DIGITS ? decimal->count : QUICK_DIGITS;
  for (int32_t index = 0; index < taken; index++) significand = significand * 10 + decimal->digits[index];
  int32_t exponent = decimal->exponent + decimal->count - taken;
  double value;
  if (significand == 0 || exponent < HX_LEAST_POWER) return 0.0;
  if (exponent > 308) return __builtin_inf();
  if (taken == decimal->count && convert_small(significand, exponent, &value)) return value;
  Product product = multiply(significand, exponent);
  Binary below = round_down(product);
  bool rounds_up;
  // The power and the product are each cut off by less than 1; digits left out add less than 1 to the significand.
  unsigned __int128 error = taken == decimal->count ? 4 : (unsigned __int128)1 << 70;
  if (!is_certain(product, error, &rounds_up)) return to_double(round_exactly(decimal, below));
  below.significand += rounds_up;
  return to_double(below);
}

/* ---- The digits from the text ---- */

static int32_t unit_at(const HxString *text, int32_t at) {
  return at < text->length ? text->units[at] : -1;
}

static bool is_digit(int32_t unit) {
  return unit >= '0' && unit <= '9';
}

/** White space and line ends of ECMAScript. */
static bool is_space(int32_t unit) {
  return (unit >= 9 && unit <= 13) || unit == ' ' || unit == 0xA0 || unit == 0x1680 ||
         (unit >= 0x2000 && unit <= 0x200A) || unit == 0x2028 || unit == 0x2029 || unit == 0x202F || unit == 0x205F ||
         unit == 0x3000 || unit == 0xFEFF;
}

/** Leading zeros are left out. A digit that no longer fits stands for itself as a 1 at the end, if it is not zero. */
static void add_digit(Decimal *decimal, uint8_t digit, bool is_fraction) {
  if (decimal->count == MOST_DIGITS) {
    if (digit != 0) decimal->digits[MOST_DIGITS - 1] |= 1;
    decimal->exponent += !is_fraction;
    return;
  }
  if (decimal->count > 0 || digit != 0) decimal->digits[decimal->count++] = digit;
  decimal->exponent -= is_fraction;
}

/** Reads digits and gives the position after them. */
static int32_t read_digits(const HxString *text, int32_t at, Decimal *decimal, bool is_fraction) {
  for (; is_digit(unit_at(text, at)); at++) add_digit(decimal, (uint8_t)(unit_at(text, at) - '0'), is_fraction);
  return at;
}

/** The exponent after an `e`; 0 where no digit follows. */
static int32_t read_exponent(const HxString *text, int32_t at) {
  if ((unit_at(text, at) | 32) != 'e') return 0;
  int32_t sign = unit_at(text, at + 1);
  at += sign == '-' || sign == '+' ? 2 : 1;
  int32_t value = 0;
  for (; is_digit(unit_at(text, at)); at++)
    if (value < EXPONENT_LIMIT) value = value * 10 + unit_at(text, at) - '0';
  return sign == '-' ? -value : value;
}

static bool is_infinity(const HxString *text, int32_t at) {
  static const char name[] = "Infinity";
  for (int32_t index = 0; index < 8; index++)
    if (unit_at(text, at + index) != name[index]) return false;
  return true;
}

static double read_unsigned(const HxString *text, int32_t at) {
  if (is_infinity(text, at)) return __builtin_inf();
  static Decimal decimal;
  decimal.count = 0;
  decimal.exponent = 0;
  int32_t whole_end = read_digits(text, at, &decimal, false);
  int32_t end = whole_end;
  int32_t fraction_length = 0;
  if (unit_at(text, whole_end) == '.') {
    end = read_digits(text, whole_end + 1, &decimal, true);
    fraction_length = end - whole_end - 1;
  }
  if (whole_end == at && fraction_length == 0) return __builtin_nan("");
  decimal.exponent += read_exponent(text, end);
  return convert(&decimal);
}

double hx_string_parse_float(HxString *text) {
  int32_t at = 0;
  if (text == NULL) return __builtin_nan("");
  while (is_space(unit_at(text, at))) at++;
  int32_t sign = unit_at(text, at);
  double value = read_unsigned(text, sign == '-' || sign == '+' ? at + 1 : at);
  return sign == '-' ? -value : value;
}
