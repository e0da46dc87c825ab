/** Numeric literals: `12`, `1_000`, `0xFF`, `0b101`, `1.5`, `.5`, `1e3`, with a suffix `i32 i64 u32 f64`. */
import { identifierEnd, isDigit, isIdentifierStart } from "./characters.ts";

export interface ScannedNumber {
  readonly kind: "Int" | "Float";
  readonly end: number;
  /** Without separators and suffix. */
  readonly text: string;
  readonly suffix: string;
  readonly isValid: boolean;
}

const integerForm =
  /^(?:(0x[\da-fA-F]+(?:_[\da-fA-F]+)*)|(0b[01]+(?:_[01]+)*)|(0|[1-9]\d*(?:_\d+)*))(?:_?([iu](?:32|64)))?$/;
const floatForm =
  /^((?:0|[1-9]\d*(?:_\d+)*)?(?:\.(?:\d+(?:_\d+)*)?)?(?:[eE][+-]?\d+(?:_\d+)*)?)(?:_?(f64))?$/;

/** Reads the number that starts here with a digit, or with `.` and a digit. */
export function scanNumber(text: string, start: number): ScannedNumber {
  const end = numberEnd(text, start);
  const raw = text.slice(start, end);
  const integer = integerForm.exec(raw);
  if (integer !== null) {
    const digits = integer[1] ?? integer[2] ?? integer[3] ?? "";
    const suffix = integer[4] ?? "";
    return { kind: "Int", end, text: withoutSeparators(digits), suffix, isValid: suffix !== "u64" };
  }
  const float = floatForm.exec(raw);
  const digits = withoutSeparators(float?.[1] ?? raw);
  return { kind: "Float", end, text: digits, suffix: float?.[2] ?? "", isValid: float !== null };
}

function withoutSeparators(digits: string): string {
  return digits.includes("_") ? digits.replaceAll("_", "") : digits;
}

/** Takes everything that looks like one number, so that a malformed one is reported as a whole. */
function numberEnd(text: string, start: number): number {
  let offset = identifierEnd(text, start);
  if (hasExponentSign(text, start, offset)) offset = identifierEnd(text, offset + 1);
  if (text[offset] !== "." || !takesDot(text, start, offset)) return offset;
  const fraction = offset + 1;
  offset = identifierEnd(text, fraction);
  return hasExponentSign(text, start, offset) ? identifierEnd(text, offset + 1) : offset;
}

/** `1...5` and `1.method()` leave the dot alone; `1.`, `1.5` and `1.e3` take it. */
function takesDot(text: string, start: number, dot: number): boolean {
  const isDecimal = /^\d*(?:_\d+)*$/.test(text.slice(start, dot));
  const next = text.charCodeAt(dot + 1);
  if (!isDecimal || text[dot + 1] === ".") return false;
  return !isIdentifierStart(next) || /^[eE][+-]?\d/.test(text.slice(dot + 1, dot + 4));
}

function hasExponentSign(text: string, start: number, offset: number): boolean {
  const sign = text[offset];
  if ((sign !== "+" && sign !== "-") || !isDigit(text.charCodeAt(offset + 1))) return false;
  const before = text[offset - 1];
  return (before === "e" || before === "E") && !text.startsWith("0x", start);
}
