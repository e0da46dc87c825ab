import test from "ava";
import { lex } from "./lexing.ts";

const valid: readonly (readonly [text: string, tokens: readonly string[]])[] = [
  ["0 12 0x1Fa 0b10", ["Int 0", "Int 12", "Int 0x1Fa", "Int 0b10"]],
  ["1_000 0xFF_FF 1_0.5_0", ["Int 1000", "Int 0xFFFF", "Float 10.50"]],
  [
    "7i32 8_i64 9u32 1f64 1.5_f64",
    ["Int 7 i32", "Int 8 i64", "Int 9 u32", "Float 1 f64", "Float 1.5 f64"],
  ],
  [
    "1.5 .5 1. 1e3 1.e-3 1E+3",
    ["Float 1.5", "Float .5", "Float 1.", "Float 1e3", "Float 1.e-3", "Float 1E+3"],
  ],
  ["0...10", ["Int 0", "...", "Int 10"]],
  ["1.max", ["Int 1", ".", "Ident max"]],
  ["1e3.x", ["Float 1e3", ".", "Ident x"]],
  ["0x1e+1", ["Int 0x1e", "+", "Int 1"]],
  ["a?.b a?.5:b", ["Ident a", "?.", "Ident b", "Ident a", "?", "Float .5", ":", "Ident b"]],
  ["a>>=b", ["Ident a", ">", ">", "=", "Ident b"]],
  ["a<<=b??=c", ["Ident a", "<<=", "Ident b", "??=", "Ident c"]],
  ["x->y=>z", ["Ident x", "->", "Ident y", "=>", "Ident z"]],
  ["super is Class", ["Ident super", "Ident is", "Ident Class"]],
  ["$type $", ["Dollar type", "Dollar "]],
  ['"a\\n\\"" \'b\'', ['String a\n" "', "String b '"]],
  ["'$a' '$\x7b'}'}'", ["Template  '", "Template  '"]],
  ["'$$'", ["Template  '"]],
  ["~/a\\/b\\n/gi ~a", ["Regexp a/b\n gi", "~", "Ident a"]],
  ["a // b\n/* c */ d /**/ e", ["Ident a", "Ident d", "Ident e"]],
  ["\uFEFF#!/usr/bin/env haxe\na", ["Ident a"]],
  ["_ _1 __A", ["Ident _", "Ident _1", "Ident __A"]],
];

for (const [text, tokens] of valid) {
  test(JSON.stringify(text), (t) => {
    t.deepEqual(lex(text), { tokens, codes: [] });
  });
}

const escapes: readonly (readonly [text: string, value: string])[] = [
  ["\\t\\r\\n\\\\\\'\\\"", "\t\r\n\\'\""],
  ["\\x41\\101\\u0041", "AAA"],
  ["\\u{1F600}\\uD83D", "\u{1F600}\uD83D"],
];

for (const [text, value] of escapes) {
  test(`escape ${text}`, (t) => {
    t.deepEqual(lex(`"${text}"`), { tokens: [`String ${value} "`], codes: [] });
  });
}

const invalid: readonly (readonly [text: string, codes: readonly string[]])[] = [
  ['"\\8" "\\0" "\\u12" "\\u{}"', ["HX1003", "HX1003", "HX1003", "HX1003"]],
  ['"\\177" "\\200" "\\x7f" "\\x80"', ["HX1004", "HX1004"]],
  ["0b 0b2 1__0 1_ 08 1u64", ["HX1009", "HX1009", "HX1009", "HX1009", "HX1009", "HX1009"]],
  ["a §§§ b # c", ["HX1001", "HX1001"]],
  ["'a ${'b ${c", ["HX1010"]],
  ['"a', ["HX1002"]],
];

for (const [text, codes] of invalid) {
  test(`wrong ${text}`, (t) => {
    t.deepEqual(lex(text).codes, codes);
  });
}
