/** The examples of the documents are taken by the reader, by the split and by the schema for editors. */
import { readFileSync } from "node:fs";
import test from "ava";
import { indexOf, type PackageIndex } from "#asset_tools/package_xml/model.ts";
import { assetsElement } from "#asset_tools/package_xml/read_asset.ts";
import { readPackage } from "#asset_tools/package_xml/read_package.ts";
import { splitPackage } from "#asset_tools/package_xml/split_package.ts";
import { xsdProblem } from "./xsd.ts";

const documents = ["docs/package_xml.md", "docs/audio.md"];

interface Example {
  readonly text: string;
  readonly isWhole: boolean;
}

function examplesOf(document: string): Example[] {
  const blocks = readFileSync(document, "utf8").matchAll(/^```xml\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, text = ""]) => {
    const isWhole = /^(<\?xml[^>]*>\s*)?<package\b/.test(text);
    return { text: isWhole ? text : wrapped(text), isWhole };
  });
}

/** A part of a package in what must be around it. */
function wrapped(text: string): string {
  const name = /<([\w-]+)/.exec(text)?.[1] ?? "";
  const around = (before: string, after: string): string =>
    `<package id="demo" version="1">${before}${text}${after}</package>`;
  if (Object.hasOwn(assetsElement.children, name)) return around("<assets>", "</assets>");
  if (name === "entity") return around('<scenes><scene id="S">', "</scene></scenes>");
  if (name === "scene") return around("<scenes>", "</scenes>");
  return around("", "");
}

function coreIndex(): PackageIndex {
  const { model } = readPackage(readFileSync("packages/core/package.xml"), "core");
  if (model === undefined) throw new Error("core is not read");
  return indexOf(model);
}

for (const document of documents) {
  test(`examples of ${document}`, (t) => {
    const examples = examplesOf(document);
    t.true(examples.length > 0);
    for (const { text, isWhole } of examples) {
      const { diagnostics } = isWhole
        ? splitPackage(text, "package.xml", [coreIndex()])
        : readPackage(text, "package.xml");
      t.deepEqual(diagnostics, [], text);
      t.is(xsdProblem(text), undefined, text);
    }
  });
}
