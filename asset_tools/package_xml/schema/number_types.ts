/** Numbers as values. */
import { pattern, type ValueType } from "./value_type.ts";

const DECIMAL = "[+\\-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+\\-]?[0-9]+)?";
const WHOLE_DECIMAL = new RegExp(`^(?:${DECIMAL})$`);

/** A finite decimal number. */
export const number: ValueType<number> = numberWhere("a number", () => true);

/** A finite decimal number from `least` to `most`. */
export function numberBetween(least: number, most: number): ValueType<number> {
  return numberWhere(
    `a number from ${least} to ${most}`,
    (value) => value >= least && value <= most,
  );
}

/** A whole number from `least` to `most`. */
export function integerBetween(least: number, most: number): ValueType<number> {
  return pattern("[+\\-]?[0-9]+", `a whole number from ${least} to ${most}`, least, (text) => {
    const value = Number(text) + 0;
    return value >= least && value <= most ? value : undefined;
  });
}

interface Vectors {
  readonly 2: readonly [number, number];
  readonly 3: readonly [number, number, number];
  readonly 4: readonly [number, number, number, number];
}

/** `count` finite numbers separated by white space. */
export function numbers<const N extends keyof Vectors>(count: N): ValueType<Vectors[N]> {
  const source = `${DECIMAL}([ \\t\\n\\r]+${DECIMAL}){${count - 1}}`;
  type Vector = Vectors[N];
  const fallback = new Array<number>(count).fill(0) as readonly number[] as Vector;
  const type = pattern(
    source,
    `${count} numbers`,
    fallback,
    (text) => parseNumbers(text) as readonly number[] | undefined as Vector | undefined,
  );
  return { ...type, format: (values) => values.join(" ") };
}

/** Numbers separated by white space, or undefined when any word is not a finite decimal number. */
export function parseNumbers(text: string): number[] | undefined {
  const words = text.split(/[ \t\n\r]+/);
  const values: number[] = [];
  for (const word of words) {
    // `+ 0` turns -0, which JSON cannot hold, into 0.
    const value = WHOLE_DECIMAL.test(word) ? Number(word) + 0 : Number.NaN;
    if (!Number.isFinite(value)) return undefined;
    values.push(value);
  }
  return values;
}

function numberWhere(expected: string, fits: (value: number) => boolean): ValueType<number> {
  return pattern(DECIMAL, expected, 0, (text) => {
    const value = Number(text) + 0;
    return Number.isFinite(value) && fits(value) ? value : undefined;
  });
}
