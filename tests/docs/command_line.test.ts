import test from "ava";
import { checkGolden } from "#tests/compiler/golden.ts";
import { commandLineDocument } from "./command_line_document.ts";

test("docs/command_line.md has the commands' help and their output", async (t) => {
  checkGolden(t, "docs/command_line.md", await commandLineDocument());
});
