/** Which mistakes in a package.xml an editor with docs/package.xsd marks, and which only the build can find. */
import test from "ava";
import { readXml } from "#asset_tools/package_xml/read_xml.ts";
import { xsdProblem } from "#tests/assets/xsd.ts";
import { samples } from "./samples.ts";

/** Codes whose samples are wrong in their form. */
const marked = new Set([
  "PK2001",
  "PK2002",
  "PK2003",
  "PK2004",
  "PK2005",
  "PK2006",
  "PK2007",
  "PK2008",
  "PK2010",
  "PK2011",
  "PK2012",
]);

test("the schema marks what is wrong in its form, and nothing else", (t) => {
  let tried = 0;
  for (const [code, { files }] of Object.entries(samples)) {
    for (const [file, text] of Object.entries(files)) {
      if (!file.endsWith("package.xml") || typeof text !== "string") continue;
      if ("problem" in readXml(text, file)) continue;
      const problem = xsdProblem(text);
      tried++;
      t.is(problem !== undefined, marked.has(code), `${code}: ${problem ?? text}`);
    }
  }
  t.true(tried > 50);
});
