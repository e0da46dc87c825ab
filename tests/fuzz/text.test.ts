/** Whatever is in a file: the compiler gives diagnostics or a program, in time, and never throws. */
import test from "ava";
import { Random } from "#tests/compiler/parser/random.ts";
import { attempt } from "./attempt.ts";
import { pieces, realFiles } from "./corpus.ts";
import { mutate } from "./mutate.ts";
import { FACTOR, rounds } from "./rounds.ts";

/** Longer ones only take time. */
const files = realFiles(12_000);
const texts = files.map(({ text }) => text);

function soup(random: Random, longest: number): string {
  const words = Array.from({ length: 1 + random.below(longest) }, () => random.pick(pieces));
  return words.join(random.pick(["", " ", " ", "\n"]));
}

test("token soup", (t) => {
  const random = new Random(11);
  for (let round = 0; round < rounds(500); round++) attempt(t, soup(random, 60));
  t.pass();
});

test("token soup where a statement, a member, a type and a pattern may stand", (t) => {
  const random = new Random(12);
  const places: readonly ((inside: string) => string)[] = [
    (inside) => `class Main { var x:Int; static function main() { ${inside} } function f() {} }`,
    (inside) => `class Main<T> { ${inside} } class Other extends Main<Int> {}`,
    (inside) => `typedef T = ${inside}; class Main { var x:T; }`,
    (inside) =>
      `enum E { A; B(x:Int); } class Main { static function main() switch (E.A) { case ${inside}: } }`,
    (inside) =>
      `abstract Main(Int) from Int ${inside} { public function new(x) this = x; ${inside} }`,
    (inside) =>
      `class Main { static function main() { var x:Int = ${inside}; trace('$x \${${inside}}'); } }`,
  ];
  for (let round = 0; round < rounds(1000); round++)
    attempt(t, random.pick(places)(soup(random, 15)));
  t.pass();
});

test("real files that end too early", (t) => {
  const random = new Random(13);
  for (const { path, text } of files) {
    const ends =
      FACTOR > 1
        ? Array.from({ length: text.length }, (_, end) => end)
        : Array.from({ length: 4 }, () => random.below(text.length));
    for (const end of ends) attempt(t, text.slice(0, end), path);
  }
  t.pass();
});

test("one small file that ends at every place", (t) => {
  const text = `import haxe.Exception;\n@:forward enum abstract A<T:{x:Int}>(Int) from Int { var B = 1; }
class Main { var x(get, never):Array<Int->Void>; static function main():Void {
	for (i => v in [1 => 'a$\{2 + 3}']) switch [i, v] { case [1, "a" | "b"] if (i > 0): break; default: }
	var f = (a:Int, ?b) -> cast(a, Float); try throw ~/a+/g catch (e:Exception) #if sys trace(e) #end; } }`;
  for (let end = 0; end <= text.length; end++) attempt(t, text.slice(0, end));
  t.pass();
});

test("real files with small changes", (t) => {
  const random = new Random(14);
  for (let round = 0; round < rounds(1200); round++) {
    const { path, text } = random.pick(files);
    attempt(t, mutate(random, text, texts), path);
  }
  t.pass();
});
