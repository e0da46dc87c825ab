/** The text of docs/asset_diagnostics.md: every code with its message, its sample and what that prints. */
import { type Code, messages } from "#asset_tools/document/messages.ts";
import type { Sample } from "./sample.ts";
import { samples } from "./samples.ts";

const families: Readonly<Record<string, string>> = {
  PK1: "the text of package.xml",
  PK2: "elements, attributes and values",
  PK3: "references and packages",
  PK4: "edits by tools",
  PK5: "prefabs, components and parameters",
  AS1: "textures",
  AS2: "meshes",
  AS3: "shaders",
  AS4: "materials",
  AS5: "sounds",
  AS6: "glTF",
  AS9: "data",
  FP1: "package files",
};

/** Longer samples and lines show a limit; their beginning says enough. */
const LINES = 40;
const WIDTH = 120;

const introduction = `# Diagnostics of the asset compiler

Every message has a code, which never changes its meaning: \`PK\` is about package.xml, \`AS\` about the sources of assets, \`FP\`
about package files. This page is made from \`asset_tools/document/messages.ts\` and from \`tests/asset_diagnostics\`;
\`UPDATE_GOLDENS=1\` with \`tests/asset_diagnostics/asset_diagnostics.test.ts\` rewrites it.

A diagnostic is an error, or a warning, which fails nothing. All problems of a package are reported at once, by file and place.
A build shows them as they are below.

## Formats

\`--diagnostics pretty\` is shown below: place, code and message, the line with marks, then other places that explain it, and a
hint. A problem of a compiled fragment names its element in parentheses where package.xml is not at hand.

\`--diagnostics json\` is one object a line: \`code\`, \`severity\`, \`message\`, \`file\`, \`line\` and \`column\` from 1 (0 for a whole
file), \`length\` in UTF-16 units; \`hint\`, \`element\` and \`related\` where there are any. A related place has \`message\`,
\`file\`, \`line\`, \`column\` and \`length\`.

\`--diagnostics sarif\` is one SARIF 2.1.0 log, which code hosts and editors show.`;

/** Runs all samples. */
export async function assetDiagnosticsReference(): Promise<string> {
  const codes = (Object.keys(messages) as Code[]).toSorted();
  const parts: string[] = [introduction];
  for (const family of new Set(codes.map((code) => code.slice(0, 3)))) {
    parts.push(`## ${family}xxx: ${families[family] ?? "others"}`);
    for (const code of codes.filter((each) => each.startsWith(family)))
      parts.push(await entry(code));
  }
  return `${parts.join("\n\n")}\n`;
}

async function entry(code: Code): Promise<string> {
  const { severity, text } = messages[code];
  const heading = `### ${code}\n\n${severity === "warning" ? "Warning" : "Error"}: ${text}`;
  const sample = samples[code] as Sample;
  const output = await sample.run(sample.files);
  return [heading, ...shownFiles(sample), `\`\`\`text\n${clip(output.trimEnd())}\n\`\`\``].join(
    "\n\n",
  );
}

function shownFiles({ files }: Sample): string[] {
  const texts = Object.entries(files).filter(([name, content], row) => {
    const isShort = typeof content === "string";
    return isShort && (row === 0 || name.endsWith("package.xml"));
  });
  return texts.map(([name, content]) => {
    const language = name.endsWith(".xml") ? "xml" : name.endsWith(".glsl") ? "glsl" : "text";
    return `\`\`\`${language}\n${clip(String(content).trimEnd())}\n\`\`\``;
  });
}

function clip(text: string): string {
  const lines = text.split("\n");
  const shown = lines
    .slice(0, LINES)
    .map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}...` : line));
  return [...shown, ...(lines.length > LINES ? ["..."] : [])].join("\n");
}
