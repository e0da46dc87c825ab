import test from "ava";
import type { IrExpr, TypeTest } from "#compiler/ir/expr.ts";
import type { IrClass } from "#compiler/ir/ir.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import type { IrEffect, IrStmt } from "#compiler/ir/statement.ts";
import {
  binary,
  bool,
  call,
  cls,
  convert,
  do_,
  field,
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

const getField = (object: IrExpr, owner: string, name: string, type: Kind): IrExpr => ({
  kind: "GetField",
  object,
  owner,
  field: name,
  type,
});
const setField = (
  object: IrExpr,
  owner: string,
  name: string,
  type: Kind,
  value: IrExpr,
): IrStmt => ({ kind: "SetField", object, owner, field: name, value, type, at: 0 });
const newOf = (path: string): IrEffect => ({ kind: "New", path });
const callMethod = (owner: string, method: string, receiver: IrExpr): IrEffect => ({
  kind: "CallMethod",
  receiver,
  owner,
  method,
  args: [],
  type: "ref",
});

const allKinds = cls("Base", {
  fields: [
    field("flag", "bool"),
    field("number", "f64"),
    field("any", "dyn"),
    field("text", "ref"),
    field("count", "i32"),
  ],
});
const derived = cls("Derived", { superclass: "Base", fields: [field("extra", "f64")] });

test.serial("fields of every kind start at zero and keep what is stored", async (t) => {
  const object = local(0);
  const show = [
    ...printLine(1, getField(object, "Derived", "flag", "bool"), "bool"),
    ...printLine(1, getField(object, "Base", "number", "f64"), "f64"),
    ...printLine(1, { kind: "IsNull", operand: getField(object, "Base", "any", "dyn") }, "bool"),
    ...printLine(1, { kind: "IsNull", operand: getField(object, "Base", "text", "ref") }, "bool"),
    ...printLine(1, getField(object, "Base", "count", "i32"), "i32"),
    ...printLine(1, getField(object, "Derived", "extra", "f64"), "f64"),
  ];
  const main = fn({
    id: "Main.main",
    locals: ["o:ref", "s:ref"],
    body: [
      do_(0, newOf("Derived")),
      ...show,
      setField(object, "Derived", "flag", "bool", bool(true)),
      setField(object, "Base", "number", "f64", float(2.5)),
      setField(object, "Base", "any", "dyn", convert("i32.dyn", int(9))),
      setField(object, "Base", "text", "ref", text("words")),
      setField(object, "Base", "count", "i32", int(-4)),
      setField(object, "Derived", "extra", "f64", float(-0.5)),
      ...show,
      ...printLine(1, getField(object, "Base", "text", "ref"), "ref"),
      ...printLine(1, convert("dyn.i32", getField(object, "Base", "any", "dyn")), "i32"),
      ret(),
    ],
  });
  const { output } = await runBothWays(link({ classes: [allKinds, derived], functions: [main] }));
  t.deepEqual(output.trimEnd().split("\n"), [
    ...["false", "0", "true", "true", "0", "0"],
    ...["true", "2.5", "false", "false", "-4", "-0.5"],
    ...["words", "9"],
  ]);
});

const method = (
  name: string,
  target: string | null,
  overrides: boolean,
): IrClass["methods"][number] => ({
  name,
  target,
  overrides,
  params: [],
  result: "ref",
});
const saying = (id: string, what: string) =>
  fn({
    id,
    form: "method",
    locals: ["this:ref"],
    params: 1,
    result: "ref",
    body: [ret(text(what))],
  });

const animals = [
  cls("Named", { form: "interface", methods: [method("name", null, false)] }),
  cls("Animal", { methods: [method("sound", "Animal.sound", false)] }),
  cls("Dog", {
    superclass: "Animal",
    interfaces: ["Named"],
    methods: [method("sound", "Dog.sound", true), method("name", "Dog.name", false)],
    implementations: [{ interface: "Named", method: "name", target: "Dog.name" }],
  }),
  cls("Puppy", { superclass: "Dog" }),
  cls("Stone", {
    interfaces: ["Named"],
    methods: [method("name", "Stone.name", false)],
    implementations: [{ interface: "Named", method: "name", target: "Stone.name" }],
  }),
];
const voices = [
  saying("Animal.sound", "..."),
  saying("Dog.sound", "woof"),
  saying("Dog.name", "dog"),
  saying("Stone.name", "stone"),
];

test.serial("methods are found by class, and by interface", async (t) => {
  const sound = (path: string): IrStmt[] => [
    do_(0, newOf(path)),
    do_(1, callMethod("Animal", "sound", local(0))),
    ...printLine(1, local(1), "ref"),
  ];
  const name = (path: string): IrStmt[] => [
    do_(0, newOf(path)),
    do_(1, {
      kind: "CallInterface",
      receiver: local(0),
      owner: "Named",
      method: "name",
      args: [],
      type: "ref",
    }),
    ...printLine(1, local(1), "ref"),
  ];
  const main = fn({
    id: "Main.main",
    locals: ["o:ref", "s:ref"],
    body: [
      ...sound("Animal"),
      ...sound("Dog"),
      ...sound("Puppy"),
      ...name("Puppy"),
      ...name("Stone"),
      ret(),
    ],
  });
  const program = link({ classes: animals, functions: [main, ...voices] });
  t.is((await runBothWays(program)).output, "...\nwoof\nwoof\ndog\nstone\n");
});

test.serial("a value is asked for its type", async (t) => {
  const tests: TypeTest[] = [
    { kind: "class", path: "Animal" },
    { kind: "class", path: "Puppy" },
    { kind: "interface", path: "Named" },
    { kind: "int" },
    { kind: "float" },
    { kind: "bool" },
    { kind: "string" },
    { kind: "array" },
    { kind: "function" },
    { kind: "dynamic" },
  ];
  const ask = tests.flatMap((type) => [
    do_(
      null,
      native("host.print", {
        kind: "Select",
        test: { kind: "InstanceOf", value: local(0), type },
        then: text("x"),
        else: text("."),
        type: "ref",
      }),
    ),
  ]);
  const row = (value: IrExpr): IrStmt[] => [
    let_(0, value),
    ...ask,
    do_(null, native("host.print", text("\n"))),
  ];
  const main = fn({
    id: "Main.main",
    locals: ["d:dyn", "o:ref"],
    body: [
      do_(1, newOf("Dog")),
      ...row(convert("ref.dyn", local(1))),
      do_(1, newOf("Stone")),
      ...row(convert("ref.dyn", local(1))),
      ...row(convert("i32.dyn", int(3))),
      ...row(convert("f64.dyn", float(3))),
      ...row(convert("f64.dyn", float(3.5))),
      ...row(convert("bool.dyn", bool(true))),
      ...row(convert("ref.dyn", text("s"))),
      do_(1, { kind: "NewArray", elements: [], type: "i32" }),
      ...row(convert("ref.dyn", local(1))),
      ...row(convert("ref.dyn", { kind: "ConstClosure", target: "Main.main$0" })),
      ...row(nul("dyn")),
      do_(1, newOf("Puppy")),
      ret(),
    ],
  });
  const closure = fn({
    id: "Main.main$0",
    form: "closure",
    result: "dyn",
    body: [ret(nul("dyn"))],
  });
  const { output } = await runBothWays(
    link({ classes: animals, functions: [main, closure, ...voices] }),
  );
  t.deepEqual(output.trimEnd().split("\n"), [
    "x.x......x",
    "..x......x",
    "...xx....x",
    "...xx....x",
    "....x....x",
    ".....x...x",
    "......x..x",
    ".......x.x",
    "........xx",
    "..........",
  ]);
});

test.serial("a cast that fails says which value and which type", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["o:ref", "r:ref", "e:dyn", "s:ref"],
    body: [
      do_(1, { kind: "Cast", value: nul("dyn"), type: { kind: "class", path: "Dog" } }),
      ...printLine(3, { kind: "IsNull", operand: local(1) }, "bool"),
      do_(0, newOf("Dog")),
      do_(1, {
        kind: "Cast",
        value: convert("ref.dyn", local(0)),
        type: { kind: "class", path: "Animal" },
      }),
      ...printLine(3, binary("ref.eq", local(0), local(1)), "bool"),
      do_(1, { kind: "Cast", value: convert("i32.dyn", int(5)), type: { kind: "string" } }),
      ret(),
    ],
  });
  const { output, errors } = await runBothWays(
    link({ classes: animals, functions: [main, ...voices] }),
  );
  t.is(output, "true\ntrue\n");
  t.is(errors, "Uncaught exception: Cannot cast 5 to String\n");
});

test.serial("statics are set by the initialisers before main", async (t) => {
  const kinds: Kind[] = ["i32", "f64", "bool", "ref", "dyn"];
  const getStatic = (name: Kind): IrExpr => ({
    kind: "GetStatic",
    owner: "Main",
    name,
    type: name,
  });
  const setStatic = (name: Kind, value: IrExpr): IrStmt => ({
    kind: "SetStatic",
    owner: "Main",
    name,
    value,
    type: name,
    at: 0,
  });
  const main = cls("Main", {
    statics: kinds.map((kind) => ({ name: kind, type: kind, haxeType: "", metadata: [] })),
    staticInit: "Main.init",
  });
  const program = link({
    classes: [main],
    functions: [
      fn({
        id: "Main.init",
        locals: ["s:ref"],
        body: [
          ...printLine(0, { kind: "IsNull", operand: getStatic("dyn") }, "bool"),
          setStatic("i32", int(3)),
          setStatic("f64", float(0.25)),
          setStatic("bool", bool(true)),
          setStatic("ref", text("static")),
          setStatic("dyn", convert("i32.dyn", int(8))),
          ret(),
        ],
      }),
      fn({
        id: "Main.main",
        locals: ["s:ref"],
        body: [
          ...printLine(0, getStatic("i32"), "i32"),
          ...printLine(0, getStatic("f64"), "f64"),
          ...printLine(0, getStatic("bool"), "bool"),
          ...printLine(0, getStatic("ref"), "ref"),
          ...printLine(0, convert("dyn.i32", getStatic("dyn")), "i32"),
          ret(),
        ],
      }),
    ],
  });
  t.is((await runBothWays(program)).output, "true\n3\n0.25\ntrue\nstatic\n8\n");
});

test.serial("fields and methods are found by name", async (t) => {
  const get = (name: string): IrEffect => ({ kind: "DynGet", object: local(0), name });
  const main = fn({
    id: "Main.main",
    locals: ["o:ref", "d:dyn", "r:ref", "s:ref"],
    body: [
      do_(0, newOf("Dog")),
      do_(1, get("sound")),
      let_(2, convert("dyn.ref", local(1))),
      do_(1, { kind: "CallClosure", closure: local(2), args: [] }),
      ...printLine(3, local(1), "dyn"),
      do_(1, get("missing")),
      ...printLine(3, { kind: "IsNull", operand: local(1) }, "bool"),
      do_(0, {
        kind: "NewAnon",
        fields: [
          { name: "x", value: convert("i32.dyn", int(1)) },
          { name: "y", value: convert("ref.dyn", text("two")) },
        ],
      }),
      do_(1, get("y")),
      ...printLine(3, local(1), "dyn"),
      do_(null, { kind: "DynSet", object: local(0), name: "z", value: convert("i32.dyn", int(3)) }),
      do_(1, get("z")),
      ...printLine(3, convert("dyn.i32", local(1)), "i32"),
      do_(2, native("reflect.fields", convert("ref.dyn", local(0)))),
      do_(3, native("string.join", local(2), text(","))),
      ...printLine(3, local(3), "ref"),
      do_(0, newOf("Base")),
      do_(null, {
        kind: "DynSet",
        object: local(0),
        name: "count",
        value: convert("i32.dyn", int(6)),
      }),
      ...printLine(3, getField(local(0), "Base", "count", "i32"), "i32"),
      do_(null, {
        kind: "DynSet",
        object: local(0),
        name: "none",
        value: convert("i32.dyn", int(6)),
      }),
      ret(),
    ],
  });
  const { output, errors } = await runBothWays(
    link({ classes: [...animals, allKinds], functions: [main, ...voices] }),
  );
  t.is(output, "woof\ntrue\ntwo\n3\nx,y,z\n6\n");
  t.is(errors, "Uncaught exception: Base has no field none\n");
});

test.serial("types are values", async (t) => {
  const typeOf = (path: string): IrExpr => ({ kind: "TypeValue", path });
  const main = fn({
    id: "Main.main",
    locals: ["o:ref", "s:ref"],
    body: [
      do_(0, newOf("Puppy")),
      ...printLine(1, pure("type.path", pure("type.classOf", convert("ref.dyn", local(0)))), "ref"),
      ...printLine(1, pure("type.path", pure("type.superclass", typeOf("Puppy"))), "ref"),
      ...printLine(1, binary("ref.eq", pure("type.resolve", text("Dog")), typeOf("Dog")), "bool"),
      ...printLine(
        1,
        pure("type.isInstance", convert("ref.dyn", local(0)), typeOf("Named")),
        "bool",
      ),
      ...printLine(1, pure("type.path", typeOf("Float")), "ref"),
      ret(),
    ],
  });
  const { output } = await runBothWays(link({ classes: animals, functions: [main, ...voices] }));
  t.is(output, "Puppy\nDog\ntrue\ntrue\nFloat\n");
});

test.serial("a direct call passes its receiver", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["o:ref", "s:ref"],
    body: [
      do_(0, newOf("Puppy")),
      do_(1, call("Animal.sound", "ref", local(0))),
      ...printLine(1, local(1), "ref"),
      ret(),
    ],
  });
  const { output } = await runBothWays(link({ classes: animals, functions: [main, ...voices] }));
  t.is(output, "...\n");
});
