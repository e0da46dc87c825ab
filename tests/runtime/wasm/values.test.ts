import test from "ava";
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import type { IrEffect, IrStmt } from "#compiler/ir/statement.ts";
import {
  binary,
  bool,
  convert,
  do_,
  float,
  fn,
  int,
  let_,
  link,
  local,
  native,
  nul,
  printLine,
  pure,
  ret,
  text,
} from "./ir_program.ts";
import { runBothWays } from "./run_ir.ts";

const arrayGet = (array: IrExpr, index: IrExpr, type: Kind): IrExpr => ({
  kind: "ArrayGet",
  array,
  index,
  type,
});
const arraySet = (array: IrExpr, index: IrExpr, value: IrExpr, type: Kind): IrStmt => ({
  kind: "ArraySet",
  array,
  index,
  value,
  type,
  at: 0,
});
const newArray = (type: Kind, ...elements: IrExpr[]): IrEffect => ({
  kind: "NewArray",
  elements,
  type,
});
const boxedInt = (value: number): IrExpr => convert("i32.dyn", int(value));

test.serial("arrays of every kind read zero out of range and grow with zeros", async (t) => {
  const show = (kind: Kind, index: number): IrStmt[] =>
    kind === "dyn" || kind === "ref"
      ? printLine(1, { kind: "IsNull", operand: arrayGet(local(0), int(index), kind) }, "bool")
      : printLine(1, arrayGet(local(0), int(index), kind), kind);
  const both = (kind: Kind, value: IrExpr): IrStmt[] => [
    do_(0, newArray(kind, value)),
    arraySet(local(0), int(2), value, kind),
    ...[0, 1, 2, 3, -1].flatMap((index) => show(kind, index)),
    ...printLine(1, { kind: "ArrayLength", array: local(0) }, "i32"),
  ];
  const main = fn({
    id: "Main.main",
    locals: ["a:ref", "s:ref"],
    body: [
      ...both("i32", int(-5)),
      ...both("f64", float(0.5)),
      ...both("bool", bool(true)),
      ...both("ref", text("t")),
      ...both("dyn", boxedInt(1)),
      ret(),
    ],
  });
  const { output } = await runBothWays(link({ functions: [main] }));
  t.deepEqual(output.trimEnd().split("\n"), [
    ...["-5", "0", "-5", "0", "0", "3"],
    ...["0.5", "0", "0.5", "0", "0", "3"],
    ...["true", "false", "true", "false", "false", "3"],
    ...["false", "true", "false", "true", "true", "3"],
    ...["false", "true", "false", "true", "true", "3"],
  ]);
});

test.serial("a negative index throws", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["a:ref", "e:dyn", "s:ref"],
    body: [
      do_(0, newArray("i32", int(1))),
      {
        kind: "Try",
        body: [arraySet(local(0), int(-1), int(2), "i32")],
        caught: 1,
        handler: printLine(2, local(1), "dyn"),
      },
      ret(),
    ],
  });
  t.is((await runBothWays(link({ functions: [main] }))).output, "Invalid array index\n");
});

test.serial("array intrinsics", async (t) => {
  const joined = (array: IrExpr): IrStmt[] => [
    do_(2, native("string.join", array, text(" "))),
    ...printLine(2, local(2), "ref"),
  ];
  const main = fn({
    id: "Main.main",
    locals: ["a:ref", "b:ref", "s:ref", "d:dyn", "n:i32"],
    body: [
      do_(0, newArray("ref", text("a"), text("b"), text("c"), text("d"))),
      do_(4, native("array.push", local(0), convert("ref.dyn", text("e")))),
      ...printLine(2, local(4), "i32"),
      do_(3, native("array.pop", local(0))),
      ...printLine(2, local(3), "dyn"),
      do_(1, native("array.slice", local(0), int(1), int(3))),
      ...joined(local(1)),
      do_(null, native("array.blit", local(0), int(0), local(0), int(1), int(3))),
      ...joined(local(0)),
      do_(null, native("array.resize", local(0), int(1), nul("dyn"))),
      ...joined(local(0)),
      ...printLine(2, pure("array.length", local(0)), "i32"),
      do_(null, native("array.resize", local(0), int(0), nul("dyn"))),
      do_(3, native("array.pop", local(0))),
      ...printLine(2, { kind: "IsNull", operand: local(3) }, "bool"),
      ret(),
    ],
  });
  t.is((await runBothWays(link({ functions: [main] }))).output, "5\ne\nb c\na a b c\na\n1\ntrue\n");
});

test.serial("enum values hold their arguments", async (t) => {
  const shape = {
    path: "Shape",
    constructors: [
      { name: "Point", params: [] },
      {
        name: "Box",
        params: [
          { name: "width", type: "f64" },
          { name: "count", type: "i32" },
          { name: "isBig", type: "bool" },
          { name: "label", type: "ref" },
          { name: "any", type: "dyn" },
        ],
      },
    ],
  } as const;
  const param = (index: number, type: Kind): IrExpr => ({
    kind: "EnumParam",
    value: local(0),
    enum: "Shape",
    constructor: "Box",
    param: index,
    type,
  });
  const point: IrExpr = { kind: "EnumConst", enum: "Shape", constructor: "Point" };
  const main = fn({
    id: "Main.main",
    locals: ["e:ref", "s:ref", "a:ref"],
    body: [
      let_(0, point),
      ...printLine(1, { kind: "EnumIndex", value: local(0) }, "i32"),
      ...printLine(1, binary("ref.eq", local(0), point), "bool"),
      do_(0, {
        kind: "NewEnum",
        enum: "Shape",
        constructor: "Box",
        args: [float(1.5), int(-2), bool(true), text("big"), boxedInt(4)],
      }),
      ...printLine(1, { kind: "EnumIndex", value: local(0) }, "i32"),
      ...printLine(1, param(0, "f64"), "f64"),
      ...printLine(1, param(1, "i32"), "i32"),
      ...printLine(1, param(2, "bool"), "bool"),
      ...printLine(1, param(3, "ref"), "ref"),
      ...printLine(1, convert("dyn.i32", param(4, "dyn")), "i32"),
      ...printLine(1, pure("enum.constructor", local(0)), "ref"),
      ...printLine(1, pure("enum.path", local(0)), "ref"),
      do_(2, native("enum.params", local(0))),
      ...printLine(1, { kind: "ArrayLength", array: local(2) }, "i32"),
      ...printLine(
        1,
        { kind: "InstanceOf", value: local(0), type: { kind: "enum", path: "Shape" } },
        "bool",
      ),
      ret(),
    ],
  });
  const { output } = await runBothWays(link({ enums: [shape], functions: [main] }));
  t.deepEqual(output.trimEnd().split("\n"), [
    ...["0", "true", "1", "1.5", "-2", "true", "big", "4"],
    ...["Box", "Shape", "5", "true"],
  ]);
});

test.serial("closures capture values, and share assigned variables through cells", async (t) => {
  const counter = fn({
    id: "Main.main$0",
    form: "closure",
    locals: ["step:dyn", "cell:ref", "f:f64", "b:bool", "name:ref", "n:i32", "s:ref"],
    params: 1,
    captures: 4,
    result: "dyn",
    body: [
      let_(5, { kind: "GetCell", cell: local(1), type: "i32" }),
      let_(5, binary("i32.add", local(5), convert("dyn.i32", local(0)))),
      { kind: "SetCell", cell: local(1), value: local(5), type: "i32", at: 0 },
      ...printLine(6, local(2), "f64"),
      ...printLine(6, local(3), "bool"),
      ...printLine(6, local(4), "ref"),
      ret(convert("i32.dyn", local(5))),
    ],
  });
  const main = fn({
    id: "Main.main",
    locals: ["cell:ref", "c:ref", "d:dyn", "s:ref"],
    body: [
      do_(0, { kind: "NewCell", value: int(10), type: "i32" }),
      do_(1, {
        kind: "NewClosure",
        target: "Main.main$0",
        captures: [local(0), float(2.5), bool(true), text("cap")],
      }),
      do_(2, { kind: "CallClosure", closure: local(1), args: [boxedInt(5)] }),
      ...printLine(3, convert("dyn.i32", local(2)), "i32"),
      ...printLine(3, { kind: "GetCell", cell: local(0), type: "i32" }, "i32"),
      ret(),
    ],
  });
  const { output } = await runBothWays(link({ functions: [main, counter] }));
  t.is(output, "2.5\ntrue\ncap\n15\n15\n");
});

test.serial("a closure is called with more, fewer, and many arguments", async (t) => {
  const countNulls = (params: number) =>
    fn({
      id: `Main.main$${params}`,
      form: "closure",
      locals: [...Array.from({ length: params }, (_, index) => `p${index}:dyn`), "n:i32"],
      params,
      result: "dyn",
      body: [
        let_(params, int(0)),
        ...Array.from({ length: params }, (_, index) =>
          let_(
            params,
            binary("i32.add", binary("i32.mul", local(params), int(10)), {
              kind: "Select",
              test: { kind: "IsNull", operand: local(index) },
              then: int(9),
              else: convert("dyn.i32", local(index)),
              type: "i32",
            }),
          ),
        ),
        ret(convert("i32.dyn", local(params))),
      ],
    });
  const callWith = (params: number, count: number): IrStmt[] => [
    do_(0, {
      kind: "CallClosure",
      closure: { kind: "ConstClosure", target: `Main.main$${params}` },
      args: Array.from({ length: count }, (_, index) => boxedInt(index + 1)),
    }),
    ...printLine(1, convert("dyn.i32", local(0)), "i32"),
  ];
  const main = fn({
    id: "Main.main",
    locals: ["d:dyn", "s:ref", "e:dyn"],
    body: [
      ...callWith(2, 2),
      ...callWith(2, 3),
      ...callWith(2, 1),
      ...callWith(0, 2),
      ...callWith(8, 8),
      ...callWith(8, 2),
      {
        kind: "Try",
        body: [do_(0, { kind: "CallClosure", closure: nul("ref"), args: [] })],
        caught: 2,
        handler: printLine(1, local(2), "dyn"),
      },
      ret(),
    ],
  });
  const program = link({ functions: [main, countNulls(0), countNulls(2), countNulls(8)] });
  const { output } = await runBothWays(program);
  t.deepEqual(output.trimEnd().split("\n"), [
    ...["12", "12", "19", "0", "12345678", "12999999"],
    "Null access",
  ]);
});

test.serial("string intrinsics", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["s:ref", "r:ref", "n:i32"],
    body: [
      do_(0, native("string.concat", text("häx"), nul("ref"))),
      ...printLine(1, local(0), "ref"),
      ...printLine(1, pure("string.length", local(0)), "i32"),
      ...printLine(1, pure("string.charCodeAt", local(0), int(1)), "i32"),
      ...printLine(1, pure("string.charCodeAt", local(0), int(7)), "i32"),
      ...printLine(1, pure("string.charCodeAt", local(0), int(-1)), "i32"),
      ...printLine(1, pure("string.indexOf", local(0), text("l"), int(0)), "i32"),
      ...printLine(1, pure("string.lastIndexOf", local(0), text("l"), int(6)), "i32"),
      do_(1, native("string.slice", local(0), int(1), int(3))),
      ...printLine(1, local(1), "ref"),
      do_(1, native("string.fromCharCode", int(0x41))),
      ...printLine(1, binary("string.eq", local(1), text("A")), "bool"),
      ...printLine(1, binary("string.ne", nul("ref"), text("A")), "bool"),
      ...printLine(1, pure("string.hash", text("abc")), "i32"),
      ...printLine(1, pure("string.parseFloat", text("  2.5e3x")), "f64"),
      ...printLine(1, pure("string.compare", text("a"), text("b")), "i32"),
      ret(),
    ],
  });
  t.deepEqual((await runBothWays(link({ functions: [main] }))).output.trimEnd().split("\n"), [
    ...["häxnull", "7", "228", "-1", "-1", "5", "6", "äx", "true", "true"],
    ...["96354", "2500", "-1"],
  ]);
});

test.serial("the program sees its host", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["a:ref", "s:ref", "f:f64", "b:bool", "n:i32"],
    body: [
      do_(0, native("host.args")),
      do_(1, native("string.join", local(0), text("|"))),
      ...printLine(1, local(1), "ref"),
      do_(2, native("host.time")),
      ...printLine(1, local(2), "f64"),
      do_(3, native("host.keyDown", int(7))),
      ...printLine(1, local(3), "bool"),
      do_(4, native("host.width")),
      ...printLine(1, local(4), "i32"),
      do_(4, native("host.height")),
      ...printLine(1, local(4), "i32"),
      do_(4, native("host.seed")),
      ...printLine(1, local(4), "i32"),
      do_(null, native("host.printError", text("to errors"))),
      ret(),
    ],
  });
  t.deepEqual(await runBothWays(link({ functions: [main] })), {
    output: "first|zweites ü\n1.5\ntrue\n640\n480\n42\n",
    errors: "to errors",
    status: 0,
  });
});
