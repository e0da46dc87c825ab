/**
 * Prints the packages of a tree as JSON: `node discover.ts [--diagnostics pretty|json|sarif] packages/core/package.xml ...`.
 * Errors and warnings go to stderr, with status 1. It imports saxes and this tool's own files only, so that a repository rule can
 * run it with the pinned Node before anything is built.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { diagnostic, hasErrors, wholeFile } from "../document/diagnostic.ts";
import { diagnosticFormats, renderAs } from "../document/render.ts";
import type { PackageFiles } from "./check_sources.ts";
import { discoverPackages } from "./discover_packages.ts";

const { values, positionals } = parseArgs({
  options: { diagnostics: { type: "string", default: "pretty" } },
  allowPositionals: true,
});
const missing = positionals
  .filter((file) => !existsSync(file))
  .map((file) => diagnostic("AS1001", wholeFile(file), { path: file }));
const files = positionals
  .filter((file) => existsSync(file))
  .map((file) => ({ file: file.replaceAll("\\", "/"), bytes: readFileSync(file) }));
const { value, diagnostics: problems } = discoverPackages(files, filesBeside);
const diagnostics = [...missing, ...problems];
const sourceOf = (file: string): string | undefined =>
  files.find((candidate) => candidate.file === file)?.bytes.toString("utf8");
const format = diagnosticFormats.find((name) => name === values.diagnostics) ?? "pretty";
process.stderr.write(renderAs(format, diagnostics, sourceOf));
if (hasErrors(diagnostics)) process.exitCode = 1;
else process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

function filesBeside(manifest: string): PackageFiles {
  const options = { recursive: true, encoding: "utf8" } as const;
  const paths = readdirSync(path.dirname(manifest), options).map((one) =>
    one.replaceAll("\\", "/"),
  );
  const known = new Set(paths);
  return { isMissing: (one) => !known.has(one), paths };
}
