/** A mistake in a file, and what the asset tools say of it. */
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import type { Code } from "#asset_tools/document/messages.ts";

export type SampleFiles = Readonly<Record<string, string | Uint8Array>>;

export interface Sample {
  /** By name; the first is shown if it is text. */
  readonly files: SampleFiles;
  /** What is printed, as people see it. */
  readonly run: (files: SampleFiles) => string | Promise<string>;
}

/** At most one for each code. */
export type Samples = Partial<Readonly<Record<Code, Sample>>>;

/** Files of a sample while it runs. */
export type Written = Map<string, string | Uint8Array>;

/** A command line, or what happens to files between two. */
type Step = string | ((written: Written) => void);

/** Runs actions one after another, each on the files and on what those before have written; gives the last one's output. */
export function actions(...steps: readonly Step[]): Sample["run"] {
  return async (files) => {
    const written: Written = new Map(Object.entries(files));
    let output = "";
    for (const command of steps) {
      if (typeof command !== "string") {
        command(written);
        continue;
      }
      const result = await runAssetAction(command.split(" "), {
        read: (name) => bytesOf(written.get(name)),
        write: (name, bytes) => void written.set(name, bytes),
      });
      output = result.output;
      if (result.exitCode !== 0) break;
    }
    return output;
  };
}

/** The action that takes `package.xml` apart, with fragments of these ids. */
export function split(...ids: readonly string[]): string {
  const outputs = ids.map((id) => ` --out ${id}=${id}.json`);
  return `split --manifest package.xml --out-index index.json${outputs.join("")}`;
}

/** A `package.xml` with these assets in it. */
export function packageOf(assets: string): string {
  return `<package id="demo" version="1">
    <assets>
        ${assets}
    </assets>
</package>
`;
}

/** `package.xml` split alone. */
export function manifestSample(text: string): Sample {
  return { files: { "package.xml": text }, run: actions(split()) };
}

/** One asset `A` made of a file. */
export function assetSample(
  kind: string,
  source: string,
  content: string | Uint8Array,
  inside = "",
): Sample {
  const manifest = packageOf(`<${kind} id="A"><source>${source}</source>${inside}</${kind}>`);
  const compile = `${kind} --definition A.json --source ${source} --out blob`;
  return {
    files: { [source]: content, "package.xml": manifest },
    run: actions(split("A"), compile),
  };
}

function bytesOf(content: string | Uint8Array | undefined): Uint8Array | undefined {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
