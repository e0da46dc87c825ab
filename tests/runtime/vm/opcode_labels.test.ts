import test from "ava";
import { opcodeOf } from "#compiler/bytecode/opcodes.ts";
import { expectFile } from "./golden_file.ts";

const loop = "runtime/vm/interpreter/loop.ts";
const label = /^( *)\/\/ ([A-Z]\w*)\n\1case \d+:/gm;

test("the loop's labels are the numbers of the opcode table", (t) => {
  expectFile(t, loop, (present) =>
    present.replaceAll(label, (_, indent: string, name: string) => {
      const number = opcodeOf[name as keyof typeof opcodeOf];
      return `${indent}// ${name}\n${indent}case ${number}:`;
    }),
  );
});

test("the loop has every opcode once", (t) => {
  expectFile(t, loop, (present) => {
    const names = [...present.matchAll(label)].map((match) => match[2]);
    t.deepEqual(names.toSorted(), Object.keys(opcodeOf).toSorted());
    return present;
  });
});
