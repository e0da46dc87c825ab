import test from "ava";
import { type ActionFiles, Flags } from "#compiler/actions/action.ts";
import { ActionMemory } from "#compiler/actions/memory.ts";
import { parseAction } from "#compiler/actions/parse.ts";
import { decodeModule } from "#compiler/syntax/ast_binary.ts";

/** Names of the types that are left of a file, compiled as a build does. */
function typesOf(text: string, ...defines: string[]): string[] {
  const written = new Map<string, Uint8Array>();
  const files: ActionFiles = {
    read: () => new TextEncoder().encode(text),
    write: (path, bytes) => written.set(path, bytes),
  };
  const flags = ["--source", "Main.hx=Main.hx", "--out", "out"];
  const result = parseAction({
    flags: new Flags([...flags, ...defines.flatMap((define) => ["--define", define])]),
    files,
    memory: new ActionMemory(),
  });
  if (result.exitCode !== 0) throw new Error(result.output);
  const module = decodeModule(written.get("out") ?? new Uint8Array());
  if (!module.isValid) throw new Error(module.detail);
  return module.node.declarations.map((declaration) =>
    declaration.kind === "Class" ? declaration.name.name : declaration.kind,
  );
}

// docs/haxe_support.md promises these.
for (const condition of [
  "haxe_game",
  "sys",
  "static",
  "utf16",
  "target.sys",
  "target.static",
  "target.utf16",
  "target.unicode",
  "haxe >= version('4.3.0')",
  "haxe_ver >= 4.3",
  "haxe4 && !js && !hl && !cpp && !eval",
]) {
  test(`every program sees ${condition}`, (t) => {
    t.deepEqual(typesOf(`#if (${condition}) class Yes {} #else class No {} #end`), ["Yes"]);
  });
}

test("flags of the rule come on top, and win", (t) => {
  const text = "#if debug class Debug {} #end #if (haxe_ver >= 5) class Newer {} #end";
  t.deepEqual(typesOf(text), []);
  t.deepEqual(typesOf(text, "debug=1", "haxe_ver=5.0"), ["Debug", "Newer"]);
});
