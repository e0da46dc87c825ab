import { crc32 } from "node:zlib";
import test from "ava";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { decodeModule, decodeNode, encodeModule, encodeNode } from "#compiler/syntax/ast_binary.ts";
import { Random } from "#tests/compiler/parser/random.ts";

const text = `package a.b;
import c.D as E;
/** Doc. */
class A<T:B> extends C {
	public var x(get, never):Array<Int> = [1, 2.5, "s", '\${y}z', ~/r/g];
	function f(?a:Int, ...b:String):T {
		for (k => v in m) switch k { case A(x) if (x): return cast x; default: throw {a: 1}; }
	}
}
typedef F = (x:Int) -> {y:Int};
`;
const { module } = parseModule({ path: "A.hx", text }, new Map());
const bytes = encodeModule(module);

/** Makes the checksum right again, so that what is behind it gets tested. */
function sealed(damaged: Uint8Array): Uint8Array {
  const copy = damaged.slice();
  if (copy.length >= 9) new DataView(copy.buffer).setUint32(5, crc32(copy.subarray(9)), true);
  return copy;
}

test("a module comes back as it was", (t) => {
  t.deepEqual(decodeModule(bytes), { isValid: true, node: module });
});

test("equal trees give equal bytes", (t) => {
  const again = parseModule({ path: "Other.hx", text }, new Map()).module;
  t.deepEqual(encodeModule(again), bytes);
});

test("it is smaller than two thirds of its text in names and spans", (t) => {
  t.true(bytes.length < text.length * 1.6, `${bytes.length} bytes for ${text.length}`);
});

test("half a surrogate pair survives", (t) => {
  const value = {
    kind: "String",
    value: "a\uD83Db",
    quote: '"',
    span: { start: 0, end: 9 },
  } as const;
  t.deepEqual(decodeNode("Expr", encodeNode("Expr", value)), { isValid: true, node: value });
});

test("a format that is another one says so", (t) => {
  t.deepEqual(decodeModule(new Uint8Array()), { isValid: false, detail: "it ends too early" });
  const wrongStart = bytes.slice();
  wrongStart[0] = 0;
  t.deepEqual(decodeModule(wrongStart), { isValid: false, detail: "it is no syntax tree" });
  const otherVersion = bytes.slice();
  otherVersion[4] = 200;
  t.like(decodeModule(otherVersion), { isValid: false, detail: "its version is 200, not 1" });
});

test("every truncation is refused", (t) => {
  for (let length = 0; length < bytes.length; length++) {
    t.false(decodeModule(bytes.slice(0, length)).isValid);
    t.false(decodeModule(sealed(bytes.slice(0, length))).isValid);
  }
});

test("what follows the end is refused", (t) => {
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  t.deepEqual(decodeModule(sealed(longer)), {
    isValid: false,
    detail: "something follows its end",
  });
});

test("every changed byte is noticed by the checksum", (t) => {
  for (let offset = 9; offset < bytes.length; offset++) {
    const damaged = bytes.slice();
    damaged[offset] = (damaged[offset] ?? 0) ^ 1;
    t.deepEqual(decodeModule(damaged), { isValid: false, detail: "its checksum does not match" });
  }
});

test("damage behind a right checksum never throws", (t) => {
  const random = new Random(7);
  for (let round = 0; round < 5000; round++) {
    const damaged = bytes.slice();
    for (let change = 0; change <= random.below(4); change++) {
      damaged[9 + random.below(damaged.length - 9)] = random.below(256);
    }
    t.notThrows(() => decodeModule(sealed(damaged)));
  }
});

test("bytes that nest for ever are refused", (t) => {
  // A parenthesis (kind 8 of Expr) at offset 0 of length 0, again and again.
  const expr = encodeNode("Expr", {
    kind: "Parenthesis",
    expr: { kind: "Break", span: { start: 0, end: 0 } },
    span: { start: 0, end: 0 },
  });
  const level = expr.slice(-6, -3);
  const head = expr.slice(0, -6);
  const deep = new Uint8Array(head.length + level.length * 50_000);
  deep.set(head);
  for (let count = 0; count < 50_000; count++) deep.set(level, head.length + count * level.length);
  t.deepEqual(decodeNode("Expr", sealed(deep)), { isValid: false, detail: "it nests too deep" });
});
