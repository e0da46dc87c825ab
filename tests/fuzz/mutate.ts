/** Small changes to real code, of the kind that typing makes and of the kind that nobody makes. */
import type { Random } from "#tests/compiler/parser/random.ts";
import { pieces } from "./corpus.ts";

/** One to four changes. `others` is code to take pieces from. */
export function mutate(random: Random, text: string, others: readonly string[]): string {
  let mutated = text;
  for (let change = 0; change <= random.below(4); change++)
    mutated = random.pick(changes)(random, mutated, others);
  return mutated;
}

type Change = (random: Random, text: string, others: readonly string[]) => string;

const words = /[A-Za-z_]\w*|\d+|[^\s\w]/g;

const changes: readonly Change[] = [
  removeRange,
  replaceWord,
  swapWords,
  removeWord,
  repeatRange,
  insertPiece,
  insertForeign,
  insertCharacter,
];

function removeRange(random: Random, text: string): string {
  const start = random.below(text.length + 1);
  return text.slice(0, start) + text.slice(start + random.below(40));
}

/** Puts another word of the same text in the place of one: names and types get mixed up. */
function replaceWord(random: Random, text: string): string {
  const found = [...text.matchAll(words)];
  if (found.length === 0) return text;
  const target = random.pick(found);
  return splice(text, target.index, target[0].length, random.pick(found)[0]);
}

function swapWords(random: Random, text: string): string {
  const found = [...text.matchAll(words)];
  if (found.length < 2) return text;
  const at = random.below(found.length - 1);
  const [first, second] = [found[at], found[at + 1]];
  if (first === undefined || second === undefined) return text;
  const between = text.slice(first.index + first[0].length, second.index);
  const length = second.index + second[0].length - first.index;
  return splice(text, first.index, length, second[0] + between + first[0]);
}

function removeWord(random: Random, text: string): string {
  const found = [...text.matchAll(words)];
  if (found.length === 0) return text;
  const target = random.pick(found);
  return splice(text, target.index, target[0].length, "");
}

function repeatRange(random: Random, text: string): string {
  const start = random.below(text.length + 1);
  const range = text.slice(start, start + random.below(60));
  return splice(text, random.below(text.length + 1), 0, range);
}

function insertPiece(random: Random, text: string): string {
  return splice(text, random.below(text.length + 1), 0, ` ${random.pick(pieces)} `);
}

function insertForeign(random: Random, text: string, others: readonly string[]): string {
  const other = random.pick(others);
  const lines = other.split("\n");
  return splice(text, random.below(text.length + 1), 0, random.pick(lines));
}

function insertCharacter(random: Random, text: string): string {
  const unit = String.fromCharCode(random.below(0x10000));
  return splice(text, random.below(text.length + 1), random.below(2), unit);
}

function splice(text: string, start: number, length: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(start + length);
}
