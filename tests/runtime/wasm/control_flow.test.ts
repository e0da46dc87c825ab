import test from "ava";
import type { IrStmt } from "#compiler/ir/statement.ts";
import {
  binary,
  call,
  convert,
  do_,
  float,
  fn,
  if_,
  int,
  let_,
  link,
  local,
  native,
  nul,
  printLine,
  ret,
  text,
  throw_,
  while_,
} from "./ir_program.ts";
import { runBothWays } from "./run_ir.ts";

const print = (value: string): IrStmt => do_(null, native("host.print", text(value)));
const breakFrom = (label: string): IrStmt => ({ kind: "Break", label });
const increment = (index: number): IrStmt => let_(index, binary("i32.add", local(index), int(1)));

test.serial("loops leave and repeat by label", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["i:i32", "j:i32", "s:ref"],
    body: [
      while_("outer", binary("i32.lt", local(0), int(5)), [
        increment(0),
        let_(1, int(0)),
        while_("inner", binary("i32.lt", local(1), int(5)), [
          increment(1),
          if_(binary("i32.eq", local(1), int(2)), [{ kind: "Continue", label: "inner" }]),
          if_(binary("i32.eq", local(1), int(4)), [{ kind: "Continue", label: "outer" }]),
          if_(binary("i32.eq", local(0), int(3)), [breakFrom("outer")]),
          ...printLine(2, binary("i32.add", binary("i32.mul", local(0), int(10)), local(1)), "i32"),
        ]),
        print("not reached\n"),
      ]),
      ret(),
    ],
  });
  const { output } = await runBothWays(link({ functions: [main] }));
  t.is(output, "11\n13\n21\n23\n");
});

test.serial("a block is left by its label", async (t) => {
  const main = fn({
    id: "Main.main",
    body: [
      {
        kind: "Block",
        label: "b",
        body: [
          print("in "),
          if_({ kind: "ConstBool", value: true }, [breakFrom("b")]),
          print("no"),
        ],
      },
      print("out"),
      ret(),
    ],
  });
  t.is((await runBothWays(link({ functions: [main] }))).output, "in out");
});

test.serial("a switch finds its case among near and far values", async (t) => {
  const values = [-3, 0, 1, 2, 5, 1000000, -2147483648, 2147483647];
  const switchOn = (groups: readonly (readonly number[])[]): IrStmt => ({
    kind: "Switch",
    value: local(0),
    cases: groups.map((group) => ({ values: group, body: [print(`${group[0]};`)] })),
    default: [print("default;")],
  });
  const near = fn({
    id: "Main.near",
    locals: ["n:i32"],
    params: 1,
    body: [switchOn([[0], [1, 2], [5]]), ret()],
  });
  const far = fn({
    id: "Main.far",
    locals: ["n:i32"],
    params: 1,
    body: [switchOn([[1000000, -3], [2147483647], [-2147483648], [0]]), ret()],
  });
  const none = fn({ id: "Main.none", locals: ["n:i32"], params: 1, body: [switchOn([]), ret()] });
  const calls = values.flatMap((value) => [
    do_(null, call("Main.near", "void", int(value))),
    do_(null, call("Main.far", "void", int(value))),
    do_(null, call("Main.none", "void", int(value))),
    print("\n"),
  ]);
  const main = fn({ id: "Main.main", body: [...calls, ret()] });
  const { output } = await runBothWays(link({ functions: [main, near, far, none] }));
  t.deepEqual(output.trimEnd().split("\n"), [
    "default;1000000;default;",
    "0;0;default;",
    "1;default;default;",
    "1;default;default;",
    "5;default;default;",
    "default;1000000;default;",
    "default;-2147483648;default;",
    "default;2147483647;default;",
  ]);
});

test.serial(
  "a thrown value reaches the nearest handler, and the local it was to go to keeps its value",
  async (t) => {
    const thrower = fn({
      id: "Main.thrower",
      locals: ["n:i32"],
      params: 1,
      result: "i32",
      body: [
        if_(binary("i32.gt", local(0), int(0)), [throw_(convert("i32.dyn", local(0)))]),
        ret(int(100)),
      ],
    });
    const between = fn({
      id: "Main.between",
      locals: ["n:i32", "r:i32"],
      params: 1,
      result: "i32",
      body: [do_(1, call("Main.thrower", "i32", local(0))), print("passed;"), ret(local(1))],
    });
    const attempt = (value: number): IrStmt => ({
      kind: "Try",
      body: [do_(0, call("Main.between", "i32", int(value))), print("body;")],
      caught: 1,
      handler: [print("caught "), ...printLine(2, convert("dyn.i32", local(1)), "i32")],
    });
    const main = fn({
      id: "Main.main",
      locals: ["r:i32", "e:dyn", "s:ref"],
      body: [
        let_(0, int(7)),
        attempt(5),
        ...printLine(2, local(0), "i32"),
        attempt(0),
        ...printLine(2, local(0), "i32"),
        ret(),
      ],
    });
    const { output } = await runBothWays(link({ functions: [main, thrower, between] }));
    t.is(output, "caught 5\n7\npassed;body;100\n");
  },
);

test.serial("a handler may throw on to the one around it", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["a:dyn", "b:dyn", "s:ref"],
    body: [
      {
        kind: "Try",
        body: [
          {
            kind: "Try",
            body: [throw_(convert("f64.dyn", float(1.5)))],
            caught: 0,
            handler: [print("inner;"), throw_(local(0))],
          },
          print("not reached"),
        ],
        caught: 1,
        handler: [...printLine(2, convert("dyn.f64", local(1)), "f64")],
      },
      ret(),
    ],
  });
  t.is((await runBothWays(link({ functions: [main] }))).output, "inner;1.5\n");
});

test.serial("an exception that nothing catches is reported, with status 1", async (t) => {
  const main = fn({
    id: "Main.main",
    body: [print("before\n"), throw_(convert("ref.dyn", text("no luck"))), print("after")],
  });
  t.deepEqual(await runBothWays(link({ functions: [main] })), {
    output: "before\n",
    errors: "Uncaught exception: no luck\n",
    status: 1,
  });
});

test.serial("null access names what was read", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["o:ref"],
    body: [
      let_(0, nul("ref")),
      { kind: "CheckNull", value: local(0), what: ".health", at: 0 },
      print("after"),
    ],
  });
  const { errors, status } = await runBothWays(link({ functions: [main] }));
  t.is(errors, "Uncaught exception: Null access .health\n");
  t.is(status, 1);
});

test.serial("a program ends with the status it asks for", async (t) => {
  const main = fn({
    id: "Main.main",
    body: [print("bye"), do_(null, native("host.exit", int(3))), print("not reached"), ret()],
  });
  t.deepEqual(await runBothWays(link({ functions: [main] })), {
    output: "bye",
    errors: "",
    status: 3,
  });
});

test.serial("endless recursion is a stack overflow, whichever stack is full first", async (t) => {
  const numbers = fn({
    id: "Main.numbers",
    locals: ["n:i32", "r:i32"],
    params: 1,
    result: "i32",
    body: [
      do_(1, call("Main.numbers", "i32", binary("i32.add", local(0), int(1)))),
      ret(binary("i32.add", local(1), local(0))),
    ],
  });
  const main = fn({
    id: "Main.main",
    locals: ["r:i32"],
    body: [do_(0, call("Main.numbers", "i32", int(0))), ret()],
  });
  const { errors, status } = await runBothWays(link({ functions: [main, numbers] }));
  t.is(errors, "Uncaught exception: Stack overflow\n");
  t.is(status, 1);
});

test.serial("Select evaluates only the chosen branch", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["a:ref", "n:i32", "s:ref"],
    body: [
      let_(0, nul("ref")),
      let_(1, {
        kind: "Select",
        test: { kind: "IsNull", operand: local(0) },
        then: int(-1),
        else: { kind: "ArrayLength", array: local(0) },
        type: "i32",
      }),
      ...printLine(2, local(1), "i32"),
      ret(),
    ],
  });
  t.is((await runBothWays(link({ functions: [main] }))).output, "-1\n");
});
