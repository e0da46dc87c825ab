import test from "ava";
import { decodeIrModule, encodeIrModule } from "#compiler/ir/ir_binary.ts";
import type { IrStmt } from "#compiler/ir/statement.ts";
import { call, fn, int, local, method, module, run, type } from "./sample_ir.ts";

const body: IrStmt[] = [
  {
    kind: "Let",
    local: 0,
    value: { kind: "Binary", op: "i32.add", left: int(-2147483648), right: int(7) },
    at: 70000,
  },
  {
    kind: "Switch",
    value: local(0),
    cases: [{ values: [-1, 3], body: [call("Main.main")] }],
    default: [{ kind: "Return", value: null, at: 3 }],
  },
  run({
    kind: "NewAnon",
    fields: [{ name: "half \uD800 pair", value: { kind: "ConstNull", as: "dyn" } }],
  }),
  run({
    kind: "IntrinsicCall",
    name: "host.print",
    args: [{ kind: "ConstString", value: "ü🙂\u0000" }],
  }),
  { kind: "CheckNull", value: { kind: "ConstNull", as: "ref" }, what: ".x", at: 1 },
  {
    kind: "Throw",
    value: { kind: "Convert", op: "f64.dyn", operand: { kind: "ConstFloat", value: -0 } },
    at: 9,
  },
];

const sample = module(
  [type("Main", { methods: [method("f", null)], metadata: [{ name: ":keep", args: ["1"] }] })],
  [fn("Main.main", body, { locals: [{ name: "x", type: "i32" }] })],
);

test("a module comes back as it was", (t) => {
  const decoded = decodeIrModule(encodeIrModule(sample));
  t.deepEqual(decoded, { isValid: true, module: sample });
});

test("equal modules give equal bytes", (t) => {
  t.deepEqual(encodeIrModule(sample), encodeIrModule(structuredClone(sample)));
});

test("a file cut off anywhere is refused", (t) => {
  const bytes = encodeIrModule(sample);
  for (let length = 0; length < bytes.length; length++) {
    t.false(decodeIrModule(bytes.subarray(0, length)).isValid);
  }
});

test("a changed byte anywhere is refused", (t) => {
  const bytes = encodeIrModule(sample);
  for (let offset = 0; offset < bytes.length; offset++) {
    const changed = bytes.slice();
    changed[offset] = (changed[offset] ?? 0) ^ 0x55;
    t.false(decodeIrModule(changed).isValid, `byte ${offset}`);
  }
});

test("the reason is said", (t) => {
  const bytes = encodeIrModule(sample);
  t.deepEqual(decodeIrModule(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9])), {
    isValid: false,
    detail: "it is no compiled library",
  });
  const newer = bytes.slice();
  newer[4] = 99;
  t.deepEqual(decodeIrModule(newer), { isValid: false, detail: "its version is 99, not 3" });
});
