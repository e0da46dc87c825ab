import test from "ava";
import { type IntrinsicName, intrinsics } from "#compiler/ir/intrinsics.ts";
import type { ResultKind } from "#compiler/ir/kind.ts";
import { CommandBuffer } from "#runtime/vm/command_buffer.ts";
import { FunctionRegistry } from "#runtime/vm/function_registry.ts";
import { createNatives, type Natives } from "#runtime/vm/natives/natives.ts";
import { ExitSignal, HaxeError } from "#runtime/vm/thrown.ts";
import { TypeRegistry } from "#runtime/vm/type_registry.ts";
import { hostInto } from "./run_ir.ts";

interface KindTypes {
  i32: number;
  f64: number;
  bool: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: any Haxe value
  ref: any;
  // biome-ignore lint/suspicious/noExplicitAny: any Haxe value
  dyn: any;
  // biome-ignore lint/suspicious/noConfusingVoidType: what a native without a result returns
  void: void;
}

type Arguments<P extends readonly ResultKind[]> = { -readonly [I in keyof P]: KindTypes[P[I]] };

/** What the compiler's table asks of each native. */
type Asked = {
  [N in IntrinsicName]: (
    ...args: Arguments<(typeof intrinsics)[N]["params"]>
  ) => KindTypes[(typeof intrinsics)[N]["result"]];
};

const written = { output: "", errors: "" };
const commands = new CommandBuffer();
const types = new TypeRegistry();
const blob = new DataView(new ArrayBuffer(24));
blob.setInt32(0, -7, true);
blob.setFloat32(4, 0.5, true);
blob.setFloat64(8, 1.25, true);
blob.setUint32(16, 3, true);
[0x68, 0xc3, 0xa4].forEach((byte, index) => {
  blob.setUint8(20 + index, byte);
});
const assets = {
  find: (kind: number, name: string) => (kind === 2 && name === "core.Cube" ? 4 : -1),
  version: (handle: number) => handle + 1,
  bytes: (handle: number) => (handle === 4 ? blob : null),
};
const hooks = { frame: null, timers: null, step: null, draw: null, digest: null, onReturn: null };
// Assigning here is the check that every intrinsic has a native of the right type.
const natives: Asked = createNatives({
  members: { types, functions: new FunctionRegistry(types, { transparent: false }) },
  calls: { here: () => new HaxeError(null), of: () => [] },
  host: hostInto(written, assets),
  commands,
  hooks,
}) satisfies Natives;

test("there is a native for every intrinsic and for nothing else", (t) => {
  t.deepEqual(Object.keys(natives).toSorted(), Object.keys(intrinsics).toSorted());
});

test("strings", (t) => {
  t.is(natives["string.charCodeAt"]("aé", 1), 0xe9);
  t.is(natives["string.charCodeAt"]("a", 1), -1);
  t.is(natives["string.charCodeAt"]("a", -1), -1);
  t.is(natives["string.concat"](null, null), "nullnull");
  t.is(natives["string.slice"]("hello", 1, 3), "el");
  t.is(natives["string.indexOf"]("abcabc", "c", 3), 5);
  t.is(natives["string.lastIndexOf"]("abcabc", "c", 4), 2);
  t.is(natives["string.compare"]("b", "a"), 1);
  t.is(natives["string.compare"]("Z", "a"), -1);
  t.is(natives["string.hash"]("hello"), 99162322);
  t.is(
    natives["string.hash"]("the quick brown fox"),
    "the quick brown fox".split("").reduce((h, c) => (Math.imul(h, 31) + c.charCodeAt(0)) | 0, 0),
  );
  t.is(natives["string.fromFloat"](-0), "0");
  t.is(natives["string.fromFloat"](1e21), "1e+21");
  t.is(natives["string.join"](["a", null, "b"], "-"), "a-null-b");
});

test("the longest numeric prefix is the number", (t) => {
  const cases: [string, number][] = [
    [" \t12.5abc", 12.5],
    ["-.5e2x", -50],
    ["1e", 1],
    ["1.", 1],
    ["Infinity", Number.NaN],
    ["0x10", 0],
    ["", Number.NaN],
    ["e5", Number.NaN],
  ];
  for (const [text, value] of cases) t.is(natives["string.parseFloat"](text), value, text);
});

test("arrays", (t) => {
  const array = [1, 2, 3, 4, 5];
  natives["array.blit"](array, 0, array, 1, 4);
  t.deepEqual(array, [1, 1, 2, 3, 4]);
  natives["array.blit"](array, 1, array, 0, 4);
  t.deepEqual(array, [1, 2, 3, 4, 4]);
  natives["array.resize"](array, 2, null);
  t.deepEqual(array, [1, 2]);
  natives["array.resize"](array, 4, 0);
  t.deepEqual(array, [1, 2, 0, 0]);
  t.is(natives["array.pop"]([]), null);
  t.is(natives["array.push"](array, 9), 5);
});

test("bytes", (t) => {
  const bytes = natives["bytes.ofText"]("aé😀");
  t.is(natives["bytes.length"](bytes), 7);
  t.is(natives["bytes.get"](bytes, 1), 0xc3);
  t.is(natives["bytes.get"](bytes, 7), 0);
  t.is(natives["bytes.get"](bytes, -1), 0);
  t.is(natives["bytes.toText"](bytes, 1, 7), "é😀");
  natives["bytes.blit"](bytes, 0, bytes, 1, 6);
  t.is(natives["bytes.toText"](bytes, 0, 4), "aaé");
  natives["bytes.setFloat32"](bytes, 3, Number.NaN);
  t.is(natives["bytes.getInt32"](bytes, 3), 0x7fc00000);
  t.is(natives["bytes.compare"](bytes, natives["bytes.slice"](bytes, 0, 3)), 1);
});

test("the bits of numbers", (t) => {
  t.is(natives["f64.highBits"](1), 0x3ff00000);
  t.is(natives["f64.lowBits"](0.1), 0x9999999a | 0);
  t.is(natives["f64.fromBits"](0x9999999a | 0, 0x3fb99999), 0.1);
  t.is(natives["f64.toFloat32Bits"](1.5), 0x3fc00000);
  t.is(natives["f64.toFloat32Bits"](Number.NaN), 0x7fc00000);
  t.is(natives["f64.fromFloat32Bits"](0x3fc00000), 1.5);
  t.is(natives["f64.toInt"](4294967297.9), 1);
  t.is(natives["f64.toInt"](Number.NaN), 0);
});

test("kinds and hashes of dynamic values", (t) => {
  types.declare([], [{ path: "E", constructors: [{ name: "A", params: [] }] }]);
  const kinds = [null, 1, 1.5, true, "s", [], {}, () => 0, types.typeValue("Int")];
  t.deepEqual(kinds.map(natives["dyn.kind"]), [0, 1, 2, 3, 4, 5, 8, 9, 10]);
  t.is(natives["dyn.kind"](types.enumConstructor("E", "A").single), 7);
  t.is(natives["dyn.hash"](5), 5);
  t.is(natives["dyn.hash"]("ab"), natives["string.hash"]("ab"));
  const object = {};
  t.is(natives["dyn.hash"](object), natives["dyn.hash"](object));
  t.not(natives["dyn.hash"](object), natives["dyn.hash"]({}));
});

test("structures keep any name apart, in order of creation", (t) => {
  const structure = {};
  const names = ["b", "10", "__proto__", "constructor", "$x", "a", "1"];
  names.forEach((name, index) => {
    natives["reflect.set"](structure, name, index);
  });
  t.deepEqual(natives["reflect.fields"](structure), names);
  t.deepEqual(
    names.map((name) => natives["reflect.get"](structure, name)),
    [0, 1, 2, 3, 4, 5, 6],
  );
  t.is(natives["reflect.get"]({}, "constructor"), null);
  t.false(natives["reflect.hasField"]({}, "toString"));
  t.true(natives["reflect.delete"](structure, "10"));
  t.false(natives["reflect.delete"](structure, "10"));
  t.deepEqual(
    natives["reflect.fields"](structure),
    names.filter((name) => name !== "10"),
  );
});

test("reads of assets stay inside the blob", (t) => {
  const handle = natives["asset.find"](2, "core.Cube");
  t.is(natives["asset.find"](2, "core.None"), -1);
  t.is(natives["asset.version"](handle), 5);
  t.is(natives["asset.size"](handle), 24);
  t.is(natives["asset.readInt"](handle, 0), -7);
  t.is(natives["asset.readFloat32"](handle, 4), 0.5);
  t.is(natives["asset.readFloat64"](handle, 8), 1.25);
  t.is(natives["asset.readString"](handle, 16), "hä");
  for (const read of ["asset.readInt", "asset.readFloat64", "asset.readString"] as const) {
    for (const [asset, at] of [
      [handle, 22],
      [handle, -1],
      [9, 0],
    ] as const) {
      const error = t.throws(() => natives[read](asset, at), { instanceOf: HaxeError });
      t.is(error?.value, "Asset read out of range");
    }
  }
});

test("commands are words", (t) => {
  natives["commands.int"](7);
  natives["commands.float"](1.5);
  t.deepEqual([...commands.words()], [7, 0x3fc00000]);
  for (let index = 0; index < 5000; index++) natives["commands.int"](index);
  t.is(commands.words()[5001], 4999);
});

test("the host answers, and an exit unwinds everything", (t) => {
  natives["host.print"]("ä");
  natives["host.printError"]("e");
  t.deepEqual(written, { output: "ä", errors: "e" });
  t.deepEqual(natives["host.args"](), ["first", "zweites ü"]);
  t.is(natives["host.now"](), 1500);
  t.is(natives["host.zoneOffset"](0), 60);
  t.true(natives["host.keyDown"](7));
  t.is(natives["host.width"]() * natives["host.height"](), 640 * 480);
  t.is(t.throws(() => natives["host.exit"](3), { instanceOf: ExitSignal })?.status, 3);
});
