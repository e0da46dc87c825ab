/**
 * ASCII FBX files: `Name: value, value { records }`. Line ends mean nothing, as exporters break lists before or after a
 * comma. Since version 7000 arrays are written `Name: *3 { a: 1,2,3 }`; here they become one value, as in a binary file.
 */
import { AsciiScanner } from "./ascii_scanner.ts";
import type { FbxNode, FbxValue, NumberArray } from "./fbx_node.ts";
import { fail } from "./fbx_problem.ts";

const QUOTE = 0x22;
const STAR = 0x2a;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** Real files have about ten levels. */
const MAX_DEPTH = 64;

/** Top records of a text. */
export function readAsciiFbx(bytes: Uint8Array): FbxNode[] {
  const scanner = new AsciiScanner(bytes);
  // A byte order mark.
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) scanner.at = 3;
  const nodes: FbxNode[] = [];
  while (scanner.peek() !== undefined) nodes.push(readRecord(scanner, 0));
  return nodes;
}

function readRecord(scanner: AsciiScanner, depth: number): FbxNode {
  const at = scanner.at;
  if (depth > MAX_DEPTH) fail("AS2603", at, { problem: "records are nested too deep" });
  const name = scanner.word();
  if (name === "" || !scanner.skip(COLON)) {
    fail("AS2603", at, { problem: "expected a record like `Name: value`" });
  }
  if (scanner.peek() === STAR) return { name, values: [readArray(scanner)], children: [], at };
  const values = readValues(scanner);
  return { name, values, children: readChildren(scanner, depth), at };
}

function readChildren(scanner: AsciiScanner, depth: number): FbxNode[] {
  const open = scanner.at;
  if (!scanner.skip(OPEN)) return [];
  const children: FbxNode[] = [];
  while (!scanner.skip(CLOSE)) {
    if (scanner.peek() === undefined) fail("AS2603", open, { problem: "`{` has no `}`" });
    children.push(readRecord(scanner, depth + 1));
  }
  return children;
}

function readValues(scanner: AsciiScanner): FbxValue[] {
  const values: FbxValue[] = [];
  // `Content: , "..."` has nothing before its first comma.
  scanner.skip(COMMA);
  let isNeeded = false;
  for (;;) {
    const value = readValue(scanner);
    if (value === undefined) {
      if (isNeeded) fail("AS2603", scanner.at, { problem: "expected a value behind the comma" });
      return values;
    }
    values.push(value);
    if (!scanner.skip(COMMA)) return values;
    isNeeded = true;
  }
}

/** A number, string or word; undefined where a record begins or ends. */
function readValue(scanner: AsciiScanner): FbxValue | undefined {
  const byte = scanner.peek();
  if (byte === undefined || byte === OPEN || byte === CLOSE) return undefined;
  if (byte === QUOTE) return scanner.string();
  const start = scanner.at;
  const number = scanner.number();
  if (number === undefined) {
    if (scanner.isNameNext()) return undefined;
    const word = scanner.word();
    if (word === "") fail("AS2603", start, { problem: "expected a value" });
    return word;
  }
  return Number.isSafeInteger(number) || !Number.isInteger(number)
    ? number
    : wholeNumber(scanner, start, number);
}

/** Ids may have all of 64 bits. */
function wholeNumber(scanner: AsciiScanner, start: number, rounded: number): number | bigint {
  const text = new TextDecoder().decode(scanner.bytes.subarray(start, scanner.at));
  return /^-?\d{1,20}$/.test(text) ? BigInt(text) : rounded;
}

/** `*count { a: number, number }`. */
function readArray(scanner: AsciiScanner): NumberArray {
  const at = scanner.at++;
  const count = scanner.number();
  const isOpen = count !== undefined && scanner.skip(OPEN);
  if (!isOpen) fail("AS2603", at, { problem: "expected an array like `*3 { a: 1,2,3 }`" });
  const numbers = scanner.peek() === CLOSE ? new Float64Array(0) : readElements(scanner);
  if (!scanner.skip(CLOSE)) fail("AS2603", scanner.at, { problem: "expected a number or `}`" });
  if (numbers.length !== count) {
    const problem = `an array has ${numbers.length} numbers, expected ${count}`;
    fail("AS2603", at, { problem });
  }
  return numbers;
}

function readElements(scanner: AsciiScanner): Float64Array {
  scanner.word();
  if (!scanner.skip(COLON)) fail("AS2603", scanner.at, { problem: "expected `a:`" });
  let numbers = new Float64Array(256);
  let length = 0;
  while (scanner.peek() !== CLOSE) {
    const value = scanner.number();
    if (value === undefined) fail("AS2603", scanner.at, { problem: "expected a number" });
    if (length === numbers.length) numbers = grow(numbers);
    numbers[length++] = value;
    if (!scanner.skip(COMMA)) break;
  }
  return numbers.subarray(0, length);
}

function grow(numbers: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
