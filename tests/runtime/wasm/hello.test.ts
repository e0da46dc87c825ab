import test from "ava";
import {
  binary,
  do_,
  fn,
  int,
  let_,
  link,
  local,
  native,
  printLine,
  ret,
  text,
  while_,
} from "./ir_program.ts";
import { runIr } from "./run_ir.ts";

test("prints", async (t) => {
  const program = link({
    functions: [
      fn({
        id: "Main.main",
        locals: ["s:ref", "i:i32"],
        body: [
          do_(null, native("host.print", text("hello ü\n"))),
          let_(1, int(0)),
          while_("l", binary("i32.lt", local(1), int(3)), [
            ...printLine(0, local(1), "i32"),
            let_(1, binary("i32.add", local(1), int(1))),
          ]),
          ret(),
        ],
      }),
    ],
  });
  t.deepEqual(await runIr(program), { output: "hello ü\n0\n1\n2\n", errors: "", status: 0 });
});
