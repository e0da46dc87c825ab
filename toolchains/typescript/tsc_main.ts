// Runs TypeScript's compiler over a set of sources: to check them, or to emit what a rule declared.
import { spawnSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { expandFlagFile } from "../worker/one_shot.ts";
import { readFileArguments, withMirror } from "./mirror.ts";

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).flatMap(expandFlagFile),
  allowPositionals: true,
  options: {
    /** The node_modules folder that holds TypeScript. */
    typescript: { type: "string", default: "" },
    tsconfig: { type: "string", default: "" },
    /** Written when the sources have no errors. */
    marker: { type: "string" },
    /** The sources to compile, among the files; the others are only imported. */
    source: { type: "string", multiple: true, default: [] },
    file: { type: "string", multiple: true, default: [] },
    modules: { type: "string", multiple: true, default: [] },
    /** What to emit: its path in the repository beside its source, and where to put it. */
    emit: { type: "string", multiple: true, default: [] },
  },
});

const emitted = readFileArguments(values.emit);
const content = { files: readFileArguments(values.file), moduleFolders: values.modules };
const tsc = resolve(values.typescript, "typescript/bin/tsc");

process.exitCode = withMirror(content, (folder) => {
  const project = {
    extends: `./${values.tsconfig}`,
    include: [],
    files: values.source.map((path) => `./${path}`),
    compilerOptions:
      emitted.size === 0
        ? { noEmit: true }
        : {
            noEmit: false,
            noCheck: true,
            rewriteRelativeImportExtensions: true,
            rootDir: ".",
            outDir: "emitted",
          },
  };
  writeFileSync(join(folder, "project.json"), JSON.stringify(project));
  const args = ["--project", "project.json", "--pretty", "false", ...positionals];
  const { status } = spawnSync(process.execPath, [tsc, ...args], { cwd: folder, stdio: "inherit" });
  if (status !== 0) return 1;
  for (const [path, destination] of emitted)
    copyFileSync(join(folder, "emitted", path), destination);
  if (values.marker !== undefined) writeFileSync(values.marker, "");
  return 0;
});
