/** A program that uses a bit of everything: a class below another, closures, an enum, arrays, exceptions. */
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import type { IrStmt } from "#compiler/ir/statement.ts";
import {
  binary,
  call,
  cls,
  convert,
  do_,
  field,
  float,
  fn,
  if_,
  int,
  let_,
  link,
  local,
  native,
  printLine,
  ret,
  text,
  throw_,
  while_,
} from "#tests/runtime/wasm/ir_program.ts";

const health = (object: IrExpr): IrExpr => ({
  kind: "GetField",
  object,
  owner: "game.Unit",
  field: "health",
  type: "f64",
});

/** Takes `amount` from the unit's health. */
export function hurt(amount: number): IrFunction {
  const set: IrStmt = {
    kind: "SetField",
    object: local(0),
    owner: "game.Unit",
    field: "health",
    value: binary("f64.sub", health(local(0)), float(amount)),
    type: "f64",
    at: 10,
  };
  return fn({
    id: "game.Unit.hurt",
    form: "method",
    locals: ["this:ref"],
    params: 1,
    body: [set, ret()],
  });
}

/** What the closure that main makes adds to its argument. */
export function adding(captured: IrExpr): IrFunction {
  return fn({
    id: "Main.main$0",
    form: "closure",
    locals: ["x:dyn", "step:i32"],
    params: 1,
    captures: 1,
    result: "dyn",
    body: [ret(convert("i32.dyn", binary("i32.add", convert("dyn.i32", local(0)), captured)))],
  });
}

/** Throws "too deep" from `depth` calls below. */
const dive = fn({
  id: "Main.dive",
  locals: ["depth:i32"],
  params: 1,
  body: [
    if_(binary("i32.eq", local(0), int(0)), [throw_(convert("ref.dyn", text("too deep")))]),
    do_(null, call("Main.dive", "void", binary("i32.sub", local(0), int(1)))),
    ret(),
  ],
});

const callHurt: IrStmt = do_(null, {
  kind: "CallMethod",
  receiver: local(0),
  owner: "game.Unit",
  method: "hurt",
  args: [],
  type: "void",
});

const main = fn({
  id: "Main.main",
  locals: ["unit:ref", "scratch:ref", "add:ref", "sum:dyn", "i:i32", "caught:dyn", "colour:ref"],
  body: [
    do_(0, { kind: "New", path: "game.Boss" }),
    {
      kind: "SetField",
      object: local(0),
      owner: "game.Unit",
      field: "health",
      value: float(10),
      type: "f64",
      at: 1,
    },
    { kind: "CheckNull", value: local(0), what: ".hurt", at: 2 },
    callHurt,
    ...printLine(1, health(local(0)), "f64"),
    do_(2, { kind: "NewClosure", target: "Main.main$0", captures: [int(2)] }),
    let_(3, convert("i32.dyn", int(0))),
    let_(4, int(0)),
    while_("turns", binary("i32.lt", local(4), int(3)), [
      do_(3, { kind: "CallClosure", closure: local(2), args: [local(3)] }),
      let_(4, binary("i32.add", local(4), int(1))),
    ]),
    ...printLine(1, convert("dyn.i32", local(3)), "i32"),
    {
      kind: "Try",
      body: [do_(null, call("Main.dive", "void", int(3)))],
      caught: 5,
      handler: printLine(1, local(5), "dyn"),
    },
    do_(6, { kind: "NewEnum", enum: "Colour", constructor: "Grey", args: [int(7)] }),
    {
      kind: "Switch",
      value: { kind: "EnumIndex", value: local(6) },
      cases: [
        { values: [0], body: printLine(1, text("red"), "ref") },
        {
          values: [1],
          body: printLine(
            1,
            {
              kind: "EnumParam",
              value: local(6),
              enum: "Colour",
              constructor: "Grey",
              param: 0,
              type: "i32",
            },
            "i32",
          ),
        },
      ],
      default: [],
    },
    do_(null, native("host.onFrame", local(2))),
    ret(),
  ],
});

/** With other functions in the place of those of the same id. */
export function sampleProgram(...changed: readonly IrFunction[]): IrProgram {
  const functions = [main, hurt(1.5), adding(local(1)), dive];
  return link({
    classes: [
      cls("game.Unit", {
        fields: [field("health", "f64")],
        methods: [
          { name: "hurt", target: "game.Unit.hurt", overrides: false, params: [], result: "void" },
        ],
      }),
      cls("game.Boss", { superclass: "game.Unit", fields: [field("name", "ref")] }),
    ],
    enums: [
      {
        path: "Colour",
        constructors: [
          { name: "Red", params: [] },
          { name: "Grey", params: [{ name: "level", type: "i32" }] },
        ],
      },
    ],
    functions: functions.map((before) => changed.find((fn) => fn.id === before.id) ?? before),
  });
}
