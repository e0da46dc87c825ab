/** Reads package.xml into the typed model. All problems of the file are reported in one go. */
import { type Diagnostic, hasErrors, sortDiagnostics } from "../document/diagnostic.ts";
import { ElementReader } from "./element_reader.ts";
import type { Definition, PackageDependency, PackageModel } from "./model.ts";
import { readAsset } from "./read_asset.ts";
import { readScene } from "./read_scene.ts";
import { readXml, readXmlBytes } from "./read_xml.ts";
import type { XmlElement } from "./xml_element.ts";

export interface PackageReading {
  /** Missing when there are errors. */
  readonly model?: PackageModel;
  /** The XML tree, to place problems found later; missing when the XML is not well-formed. */
  readonly root?: XmlElement;
  readonly diagnostics: readonly Diagnostic[];
}

export const PACKAGE_ID = /^[a-z][a-z0-9_]*$/;
export const DEFINITION_ID = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Reads `source`, text or UTF-8 bytes; `file` is the path that diagnostics name. */
export function readPackage(source: string | Uint8Array, file: string): PackageReading {
  const xml = typeof source === "string" ? readXml(source, file) : readXmlBytes(source, file);
  if ("problem" in xml) return { diagnostics: [xml.problem] };
  const reader = new ElementReader(file);
  const model = readRoot(xml.root, reader);
  const { root } = xml;
  const diagnostics = sortDiagnostics(reader.diagnostics);
  return hasErrors(diagnostics) || !model ? { root, diagnostics } : { model, root, diagnostics };
}

function readRoot(root: XmlElement, reader: ElementReader): PackageModel | undefined {
  if (root.name !== "package") {
    reader.report("PK2008", root.nameSpan, { found: root.name });
    return undefined;
  }
  reader.attributes(root, ["id", "version"]);
  const id = readId(
    root,
    reader,
    PACKAGE_ID,
    "Start with a small letter; use small letters, digits and `_`",
  );
  const version = reader.required(root, "version")?.text ?? "";
  const fields = reader.fields(root, ["dependencies", "assets", "scenes"]);
  const dependencies = readDependencies(fields.get("dependencies"), reader);
  const kinds = ["texture", "mesh", "shader", "material"];
  const used = new Map<string, string>();
  const definitions = [
    ...readDefinitions(fields.get("assets"), kinds, used, reader, (element, name) =>
      readAsset(element, id, name, reader),
    ),
    ...readDefinitions(fields.get("scenes"), ["scene"], used, reader, (element, name) =>
      readScene(element, id, name, reader),
    ),
  ];
  return { id, version, dependencies, definitions };
}

function readDependencies(
  parent: XmlElement | undefined,
  reader: ElementReader,
): PackageDependency[] {
  if (parent === undefined) return [];
  const dependencies: PackageDependency[] = [];
  for (const element of reader.children(parent, ["dependency"])) {
    reader.attributes(element, ["id", "version"]);
    const id = reader.required(element, "id");
    if (id === undefined) continue;
    if (dependencies.some((other) => other.id === id.text)) {
      reader.report("PK2009", id.span, { id: id.text, other: "dependency" });
    }
    dependencies.push({ id: id.text, version: reader.optional(element, "version")?.text ?? "" });
  }
  return dependencies;
}

function readDefinitions(
  parent: XmlElement | undefined,
  kinds: readonly string[],
  used: Map<string, string>,
  reader: ElementReader,
  read: (element: XmlElement, id: string) => Definition | undefined,
): Definition[] {
  if (parent === undefined) return [];
  reader.attributes(parent, []);
  return reader.children(parent, kinds).flatMap((element) => {
    const id = readId(
      element,
      reader,
      DEFINITION_ID,
      "Start with a letter or `_`; use letters, digits and `_`",
    );
    const other = used.get(id);
    const span = reader.optional(element, "id")?.span;
    if (other !== undefined && span) reader.report("PK2009", span, { id, other });
    used.set(id, element.name);
    return read(element, id) ?? [];
  });
}

/** The `id` attribute; a wrong one is reported and still used, so that the rest can be read. */
export function readId(
  element: XmlElement,
  reader: ElementReader,
  pattern: RegExp,
  hint: string,
): string {
  const id = reader.required(element, "id");
  if (id === undefined) return "";
  if (!pattern.test(id.text)) reader.report("PK2010", id.span, { id: id.text }, hint);
  return id.text;
}
