/** The text of docs/conformance.md: how many assertions the samples of each feature make. Every line that one prints is one. */
import { readFileSync } from "node:fs";
import { listSamples, type Sample } from "./sample.ts";

export interface FeatureCount {
  /** The folder in tests/conformance. */
  readonly feature: string;
  readonly programs: number;
  readonly assertions: number;
}

export function countAssertions(): FeatureCount[] {
  const byFeature = Map.groupBy(listSamples(), ({ name }) => name.split("/")[0] as string);
  return [...byFeature].map(([feature, samples]) => ({
    feature,
    programs: samples.length,
    assertions: sum(samples.map(linesOf)),
  }));
}

/** Empty lines say nothing. */
function linesOf({ outFile }: Sample): number {
  return readFileSync(outFile, "utf8")
    .split("\n")
    .filter((line) => line !== "").length;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function conformanceReference(counts: readonly FeatureCount[]): string {
  const assertions = sum(counts.map((count) => count.assertions));
  const rows = counts.map(
    (count) => `| \`${count.feature}\` | ${count.programs} | ${count.assertions} |`,
  );
  return `${introduction(Math.floor(assertions / 1000))}\n\n${[head, ...rows].join("\n")}\n`;
}

/** The sum is rounded, or branches that each add a sample would always be in conflict. */
const introduction = (thousands: number): string => `# Conformance

The programs in \`tests/conformance\` by the feature that they are about. Each line that one prints is an assertion: it is compared
with the recording in interpreter, JIT, WebAssembly and native code. Recordings come from Haxe 4.2.5; those of programs that need
Haxe 4.3 are written by hand. In all there are more than ${thousands},000.

\`node tests/conformance/record.ts\` writes this page after it has recorded; a test keeps it current.`;

const head = "| folder | programs | assertions |\n| --- | ---: | ---: |";
