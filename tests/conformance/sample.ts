/** A conformance sample: a Haxe file whose class of the same name has the `main` to run, and what it must print. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Sample {
  /** `switch/GuardFallsThrough` */
  readonly name: string;
  readonly folder: string;
  readonly main: string;
  readonly source: string;
  /** Path of the recorded output. */
  readonly outFile: string;
}

export const CONFORMANCE_FOLDER = dirname(fileURLToPath(import.meta.url));

/** Every sample, by name. Packages inside a feature's folder are no samples. */
export function listSamples(): Sample[] {
  return readdirSync(CONFORMANCE_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => samplesIn(entry.name))
    .sort((first, second) => (first.name < second.name ? -1 : 1));
}

function samplesIn(feature: string): Sample[] {
  const folder = join(CONFORMANCE_FOLDER, feature);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".hx"))
    .map((file) => {
      const main = basename(file, ".hx");
      return {
        name: `${feature}/${main}`,
        folder,
        main,
        source: readFileSync(join(folder, file), "utf8"),
        outFile: join(folder, `${main}.out`),
      };
    });
}

/** Standard output, and the exit status as a last line where it is not 0. */
export function outputText(stdout: string, status: number): string {
  return status === 0 ? stdout : `${stdout}[status ${status}]\n`;
}

/**
 * The recording comes from Haxe's interpreter, a dynamic target. `// static: 2: text` in the source says that line 2
 * reads otherwise under the rules of static targets, which hold here.
 */
export function expectedOutput(sample: Sample): string {
  const lines = readFileSync(sample.outFile, "utf8").split("\n");
  for (const [, line, text] of sample.source.matchAll(/^\/\/ static: (\d+): (.*)$/gm)) {
    lines[Number(line) - 1] = text ?? "";
  }
  return lines.join("\n");
}
