/**
 * Prints the reference of the rules: `./bazelw run //toolchains/starlark_docs:reference > docs/rules.md`. The arguments are
 * what `starlark_doc_extract` made.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeFile } from "./reference.ts";
import { readTextProto } from "./text_proto.ts";

const INTRODUCTION = `# Rules

Written by \`./bazelw run //toolchains/starlark_docs:reference > docs/rules.md\` from the doc strings in rules/; a test keeps it
current. \`game_package(name, code = [], visibility)\`, which declares the targets of a package.xml, comes from
\`@game_packages//:defs.bzl\`: the repository that the module extension below makes.
`;

const runfiles = process.env["RUNFILES_DIR"] ?? "";
const files = process.argv.slice(2).map((path) => readFileSync(join(runfiles, path), "utf8"));
const sections = files.map((text) => describeFile(readTextProto(text)));
process.stdout.write(`${[INTRODUCTION.trimEnd(), ...sections].join("\n\n")}\n`);
