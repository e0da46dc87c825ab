/**
 * Writes into the corpus what Haxe 4.2.5 decides: `node tests/compiler/checker/record_verdicts.ts [FILE ...]` with `haxe`
 * on PATH. Its HashLink target is asked, a static one; nothing is emitted. New sections need no verdict.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SourceFile } from "#compiler/source/source_file.ts";
import {
  CORPUS_FOLDER,
  corpusFiles,
  programsOf,
  readCorpus,
  textOfVerdict,
  type Verdict,
} from "./corpus.ts";

function verdictOfHaxe(files: readonly SourceFile[]): Verdict {
  const folder = mkdtempSync(path.join(tmpdir(), "verdict"));
  for (const { path: name, text } of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const args = ["-cp", folder, "--main", "Main", "-hl", "none.hl", "--no-output"];
  const { stderr, status } = spawnSync("haxe", args, { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  if (status === 0) return null;
  const [first = ""] = stderr.split("\n").filter((line) => !line.includes(" : Warning : "));
  const [, one, start, end] = /:(?:(\d+): characters?|\d+: lines (\d+)-(\d+)) /.exec(first) ?? [];
  return { first: Number(one ?? start ?? 0), last: Number(one ?? end ?? 0) };
}

const wanted = process.argv.slice(2);
for (const name of corpusFiles()) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const text = readCorpus(name);
  const verdicts = programsOf(text).map(({ files }) => textOfVerdict(verdictOfHaxe(files)));
  const recorded = text.replace(/^== (?!(?:prelude|metadata)$)(.*)$/gm, (_, header: string) => {
    const [title, , ...others] = header.split(" | ");
    return `== ${[title, verdicts.shift(), ...others].join(" | ")}`;
  });
  writeFileSync(path.join(CORPUS_FOLDER, name), recorded);
}
