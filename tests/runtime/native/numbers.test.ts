/** Printing, reading and arithmetic of Floats, compared with what this JavaScript engine does. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { powersOfTenSource } from "#runtime/native/powers_of_ten.ts";
import { BUILD_TIME, buildDriver, runtimeDir } from "./run_ir.ts";

/** A line for the driver and what it has to answer. */
type Question = readonly [line: string, answer: string];

const view = new DataView(new ArrayBuffer(8));

function bitsOf(value: number): string {
  view.setFloat64(0, value);
  if (Number.isNaN(value)) view.setBigUint64(0, 0x7ff8000000000000n);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

function fromBits(bits: bigint): number {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

/** Marsaglia's xorshift64: the same numbers in every run. */
function randomBits(): () => bigint {
  let state = 88172645463325252n;
  return () => {
    state ^= BigInt.asUintN(64, state << 13n);
    state ^= state >> 7n;
    state ^= BigInt.asUintN(64, state << 17n);
    return state;
  };
}

const next = randomBits();
const below = (limit: number): number => Number(next() % BigInt(limit));

function edgeNumbers(): number[] {
  const powersOfTwo = Array.from({ length: 2098 }, (_, index) => 2 ** (index - 1074));
  const neighbours = powersOfTwo
    .flatMap((value) => [-1n, 1n].map((step) => BigInt(`0x${bitsOf(value)}`) + step))
    .map(fromBits);
  const powersOfTen = Array.from({ length: 632 }, (_, index) => Number(`1e${index - 323}`));
  const special = [0, -0, NaN, Infinity, -Infinity, 0.1, 0.3, 1e21, 123456789012345680000, 1e-7];
  return [...special, ...powersOfTwo, ...neighbours, ...powersOfTen];
}

/** Any bits, and numbers as people write them. */
function randomNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0 ? fromBits(next()) : below(1e9) / 10 ** below(12),
  );
}

async function ask(questions: readonly Question[]): Promise<string[]> {
  const driver = await buildDriver("numbers_driver.c");
  const input = `${questions.map(([line]) => line).join("\n")}\n`;
  const answers = execFileSync(driver, { input, encoding: "utf8", maxBuffer: 1 << 28 }).split("\n");
  return questions.flatMap(([line, answer], index) =>
    answers[index] === answer ? [] : [`${line}: ${answers[index]} instead of ${answer}`],
  );
}

const numbers = [...edgeNumbers(), ...randomNumbers(100_000)];

test("Floats are written with the fewest digits", async (t) => {
  t.timeout(BUILD_TIME);
  const wrong = await ask(numbers.map((value) => [`p ${bitsOf(value)}`, String(value)]));
  t.deepEqual(wrong, []);
});

test("what is written reads back", async (t) => {
  t.timeout(BUILD_TIME);
  const wrong = await ask(numbers.map((value) => [`r ${value}`, bitsOf(Number(value))]));
  // -0 is written as 0.
  t.deepEqual(
    wrong.filter((text) => !text.startsWith("r 0:")),
    [],
  );
});

test("long and halfway decimals are rounded correctly, odd texts read as JavaScript reads them", async (t) => {
  t.timeout(BUILD_TIME);
  const texts = [...oddTexts, ...randomDecimals(20_000), ...halfwayDecimals(2000)];
  const wrong = await ask(texts.map((text) => [`r ${text}`, bitsOf(Number.parseFloat(text))]));
  t.deepEqual(wrong, []);
});

const oddTexts = [
  ..." 12abc|-|+5|1e|1e+|1e5x|.| .5|5.|-.5e-3|Infinity|-Infinityx|infinity|0x10|1e400|-1e400|1e-400".split(
    "|",
  ),
  "9007199254740993",
  "2.4703282292062327208e-324",
  "2.4703282292062328e-324",
  "1.7976931348623158e308",
  "1.7976931348623159e308",
  `0.${"0".repeat(400)}1e400`,
  `1${"0".repeat(400)}e-400`,
];

function randomDecimals(count: number): string[] {
  return Array.from({ length: count }, () => {
    const digits = Array.from({ length: below(40) + 1 }, () => below(10)).join("");
    const point = below(digits.length + 1);
    return `${digits.slice(0, point)}.${digits.slice(point)}e${below(700) - 350}`;
  }).filter((text) => text.charAt(0) !== "." || /^\.\d/.test(text));
}

/** The whole decimal expansion of the middle between two neighbouring doubles. */
function halfwayDecimals(count: number): string[] {
  return Array.from({ length: count }, () => {
    const twice = 2n * ((next() >> 11n) | (1n << 52n)) + 1n;
    const exponent = below(1900) - 1000;
    return exponent >= 0
      ? String(twice << BigInt(exponent))
      : `${twice * 5n ** BigInt(-exponent)}e${exponent}`;
  });
}

test("remainder, floor, ceil and conversion to Int are exact", async (t) => {
  t.timeout(BUILD_TIME);
  const pairs = numbers.slice(1).map((value, index) => [numbers[index] ?? 0, value] as const);
  const wrong = await ask([
    ...pairs.map(([a, b]): Question => [`m ${bitsOf(a)} ${bitsOf(b)}`, bitsOf(a % b)]),
    ...numbers.map((value): Question => [`f ${bitsOf(value)}`, bitsOf(Math.floor(value))]),
    ...numbers.map((value): Question => [`c ${bitsOf(value)}`, bitsOf(Math.ceil(value))]),
    ...numbers.map((value): Question => [`i ${bitsOf(value)}`, String(value | 0)]),
  ]);
  t.deepEqual(wrong, []);
});

test("the table of powers of ten is what its generator writes", (t) => {
  t.is(readFileSync(join(runtimeDir, "powers_of_ten.c"), "utf8"), powersOfTenSource());
});
