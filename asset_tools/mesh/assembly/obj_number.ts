/** Decimal numbers and indices of a text whose last byte is a line feed, so that no loop needs to look for its end. */

const ZERO: u32 = 0x30;

/** Digits that a u64 surely holds; the ones behind them only move the decimal point. */
const MAX_DIGITS: i32 = 19;

/** Powers of ten that doubles hold exactly. */
const POWERS: StaticArray<f64> = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
];
const LAST_POWER: i32 = 22;

/** Beyond these even 19 digits are 0, or infinite, as f32. */
const MIN_EXPONENT: i32 = -66;
const MAX_EXPONENT: i32 = 66;

/** Where the last number ended; 0 where there was none. */
export let numberEnd: usize = 0;

/** Whether the byte ends a word. */
export function isBlank(byte: u32): bool {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

export function skipSpaces(at: usize): usize {
  let byte = load<u8>(at);
  while (byte === 0x20 || byte === 0x09 || byte === 0x0d) byte = load<u8>(++at);
  return at;
}

/**
 * The number that fills the word at `at`, rounded to f32; never -0, whose bits would split equal vertices. Up to 15 digits
 * and 22 decimals one division rounds correctly; beyond, the f64 is off by less than 2 units in its last place, which
 * shows in one f32 of a hundred million.
 */
export function parseNumber(at: usize): f32 {
  numberEnd = 0;
  let byte: u32 = load<u8>(at);
  const isNegative = byte === 0x2d;
  if (isNegative || byte === 0x2b) byte = load<u8>(++at);
  let mantissa: u64 = 0;
  let digits = 0;
  let exponent = 0;
  let hasDigits = false;
  for (let digit = byte - ZERO; digit <= 9; digit = load<u8>(++at) - ZERO) {
    hasDigits = true;
    if (digits < MAX_DIGITS) {
      mantissa = mantissa * 10 + digit;
      if (mantissa !== 0) digits++;
    } else exponent++;
  }
  if (load<u8>(at) === 0x2e) {
    at++;
    for (let digit: u32 = load<u8>(at) - ZERO; digit <= 9; digit = load<u8>(++at) - ZERO) {
      hasDigits = true;
      if (digits < MAX_DIGITS) {
        mantissa = mantissa * 10 + digit;
        exponent--;
        if (mantissa !== 0) digits++;
      }
    }
  }
  if (!hasDigits) return 0;
  if ((load<u8>(at) | 0x20) === 0x65) {
    const sign = load<u8>(at, 1);
    at += sign === 0x2d || sign === 0x2b ? 2 : 1;
    let written = 0;
    let digit: u32 = load<u8>(at) - ZERO;
    if (digit > 9) return 0;
    for (; digit <= 9; digit = load<u8>(++at) - ZERO)
      if (written < 100000) written = written * 10 + digit;
    exponent += sign === 0x2d ? -written : written;
  }
  if (!isBlank(load<u8>(at))) return 0;
  const value = <f32>scaled(<f64>mantissa, exponent);
  if (value === Infinity) return 0;
  numberEnd = at;
  return isNegative ? 0 - value : value;
}

function scaled(mantissa: f64, exponent: i32): f64 {
  if (mantissa === 0 || exponent < MIN_EXPONENT) return 0;
  if (exponent > MAX_EXPONENT) return Infinity;
  let value = mantissa;
  for (; exponent > LAST_POWER; exponent -= LAST_POWER) value *= unchecked(POWERS[LAST_POWER]);
  for (; exponent < -LAST_POWER; exponent += LAST_POWER) value /= unchecked(POWERS[LAST_POWER]);
  return exponent < 0 ? value / unchecked(POWERS[-exponent]) : value * unchecked(POWERS[exponent]);
}
