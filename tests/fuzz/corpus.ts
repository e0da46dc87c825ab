/** Real Haxe files to mutate: the standard library, the engine, and the samples that run. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { keywords, punctuation } from "#compiler/syntax/token.ts";

const root = path.join(import.meta.dirname, "..", "..");
const folders = ["runtime/std", "packages/core", "tests/conformance"];

export interface RealFile {
  readonly path: string;
  readonly text: string;
}

/** By path; those of at most so many characters. */
export function realFiles(longest = Number.POSITIVE_INFINITY): RealFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".hx") && !name.includes("node_modules"))
        .map((name) => `${folder}/${name}`),
    )
    .toSorted()
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), "utf8") }))
    .filter(({ text }) => text.length <= longest);
}

/** What token soup is made of, and what mutations insert. */
export const pieces: readonly string[] = [
  ...keywords,
  ...punctuation,
  ...["a", "B", "x1", "is", "$v", "12", "0x1F", "1.5", "1.", '"s"', "'s'", "'$a{b}'", "~/r/g"],
  ...["#if", "#else", "#elseif", "#end", "js", "'", '"', "/*", "*/", "//", "\\", "\n", "${", "'${"],
  ...[
    "Int",
    "Void",
    "Dynamic",
    "Array<Int>",
    "Main",
    "T",
    "String",
    "Null<Bool>",
    ":Int",
    "()->Void",
  ],
  ...["trace(a)", "this.x", "super", "@:op(A+B)", "from Int", "[for (i in 0...3) i]", "case _:"],
];
