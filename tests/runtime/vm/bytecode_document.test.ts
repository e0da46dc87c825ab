import test from "ava";
import { bytecodeDocument } from "#compiler/bytecode/document.ts";
import { expectFile } from "./golden_file.ts";

test("docs/bytecode.md is what the opcode table says", (t) => {
  expectFile(t, "docs/bytecode.md", bytecodeDocument);
});
