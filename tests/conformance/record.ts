/**
 * Records what Haxe 4.2.5 prints for the samples: `node tests/conformance/record.ts [NAME ...]` with `haxe` on PATH.
 * Samples that say `// since: 4.3` are newer than that Haxe; their output is written by hand. Then the
 * assertions of all are counted in docs/conformance.md.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { conformanceReference, countAssertions } from "./counts.ts";
import { CONFORMANCE_FOLDER, listSamples, outputText, type Sample } from "./sample.ts";

function record(sample: Sample): void {
  const run = spawnSync("haxe", ["-cp", sample.folder, "--main", sample.main, "--interp"], {
    encoding: "utf8",
  });
  if (run.error !== undefined) throw run.error;
  writeFileSync(sample.outFile, outputText(run.stdout, run.status ?? 1));
}

const wanted = process.argv.slice(2);
for (const sample of listSamples()) {
  const isWanted = wanted.length === 0 || wanted.includes(sample.name);
  if (isWanted && !sample.source.startsWith("// since:")) record(sample);
}

const counts = join(CONFORMANCE_FOLDER, "..", "..", "docs", "conformance.md");
writeFileSync(counts, conformanceReference(countAssertions()));
