import test from "ava";
import { lex } from "./lexing.ts";

const defines = {
  js: "1",
  haxe: "4.3.2",
  haxe_ver: "4.302",
  "target.sys": "1",
  debug: "",
  prerelease: "5.0.0-alpha.1",
};

const conditions: readonly (readonly [condition: string, isTrue: boolean])[] = [
  ["js", true],
  ["cpp", false],
  ["!cpp", true],
  ["!!js", true],
  ["debug", true],
  ["target.sys", true],
  ["(js && !cpp)", true],
  ["(cpp || js && cpp)", false],
  ["((cpp || js) && js)", true],
  ["(haxe_ver >= 4.2)", true],
  ["(haxe_ver < 4.2)", false],
  ['(haxe >= "4.3.0")', true],
  ['(haxe >= version("4.3.10"))', false],
  ['(haxe >= version("4.3"))', true],
  ['(haxe == version("4"))', true],
  ['(prerelease < version("5.0.0"))', true],
  ['(prerelease >= version("5.0.0-alpha.0"))', true],
  ["(missing > 1)", false],
  ["(missing != 1)", false],
  ['(js == "1")', true],
  ["(js == 1)", true],
  ["0", false],
  ['"text"', true],
  ["macro", false],
];

for (const [condition, isTrue] of conditions) {
  test(condition, (t) => {
    const { tokens, codes } = lex(`#if ${condition} yes #else no #end`, defines);
    t.deepEqual(codes, []);
    t.deepEqual(tokens, [isTrue ? "Ident yes" : "Ident no"]);
  });
}

test("the first true branch is taken", (t) => {
  const text = "#if a 1 #elseif b 2 #elseif c 3 #else 4 #end";
  t.deepEqual(lex(text, { a: "1", b: "1" }).tokens, ["Int 1"]);
  t.deepEqual(lex(text, { b: "1", c: "1" }).tokens, ["Int 2"]);
  t.deepEqual(lex(text, { c: "1" }).tokens, ["Int 3"]);
  t.deepEqual(lex(text).tokens, ["Int 4"]);
});

test("a condition without parentheses is one name", (t) => {
  t.deepEqual(lex("#if js && cpp #end", defines).tokens, ["&&", "Ident cpp"]);
});

test("skipped code may hold conditions and directives in strings", (t) => {
  const text = '#if cpp #if js "#end" #else #error "x" #end more #end last';
  t.deepEqual(lex(text, defines), { tokens: ["Ident last"], codes: [] });
});

test("a comment may stand between a directive and its condition", (t) => {
  t.deepEqual(lex("#if /* why */ js a #end", defines).tokens, ["Ident a"]);
});
