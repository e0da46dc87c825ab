/**
 * Patterns on which PCRE and ECMAScript agree: what is repeated takes something and captures nothing, and there are no
 * back references.
 */
import type { Random } from "../compiler/parser/random.ts";

const atoms = ["a", "b", "c", ".", "[ab]", "[^a]", "[a-c]", "\\w", "\\d", "\\W", "1", "é", "😀"];
const places = ["^", "$", "\\b", "\\B"];
const quantifiers = ["*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}", "*?", "+?", "??", "{1,2}?"];
const looks = ["(?=", "(?!", "(?<=", "(?<!"];

export function randomPattern(random: Random, depth: number): string {
  const count = random.pick([1, 1, 1, 2, 3]);
  return Array.from({ length: count }, () => sequence(random, depth)).join("|");
}

function sequence(random: Random, depth: number): string {
  const count = random.pick([0, 1, 1, 2, 2, 3, 4]);
  return Array.from({ length: count }, () => part(random, depth)).join("");
}

function part(random: Random, depth: number): string {
  switch (random.below(depth > 0 ? 12 : 6)) {
    case 0:
      return random.pick(places);
    case 6:
    case 7:
      return `(${randomPattern(random, depth - 1)})`;
    case 8:
      return `(?:${randomPattern(random, depth - 1)})`;
    case 9:
      return `(?:${taking(random)}|${taking(random)})${random.pick(quantifiers)}`;
    case 10:
      return `${random.pick(looks)}${random.pick(atoms)}${random.pick(atoms)})`;
    case 11:
      return `(${random.pick(atoms)}${random.pick(quantifiers)})`;
    default:
      return taking(random);
  }
}

/** Takes one code point at least, and some of them many. */
function taking(random: Random): string {
  const atom = random.pick(atoms);
  return random.below(3) === 0 ? atom + random.pick(["+", "+?", "{2}", "{1,3}"]) : atom;
}

export function randomText(random: Random): string {
  const units = ["a", "a", "b", "c", "1", " ", "-", "é", "😀"];
  return Array.from({ length: random.below(9) }, () => random.pick(units)).join("");
}
