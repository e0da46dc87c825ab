/** Reads package.xml into the typed model. All problems of the file are reported in one go. */
import { type Diagnostic, hasErrors, sortDiagnostics } from "../document/diagnostic.ts";
import type { BehaviorDefinition } from "./behavior_definition.ts";
import { checkExtends } from "./check_extends.ts";
import { ElementReader } from "./element_reader.ts";
import { placeDiagnostics } from "./locate.ts";
import type { Definition, PackageDependency, PackageModel } from "./model.ts";
import { assetsElement, readAsset } from "./read_asset.ts";
import { behaviorElement, readBehavior } from "./read_behavior.ts";
import { prefabElement, readPrefab, readScene, sceneElement } from "./read_scene.ts";
import { readXml, readXmlBytes } from "./read_xml.ts";
import { element, group, list, needed, optional } from "./schema/element_schema.ts";
import { packageId } from "./schema/name_types.ts";
import { type FileUse, text, type Use, type Value } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

export interface PackageReading {
  /** Missing when there are errors. */
  readonly model?: PackageModel;
  /** As much of the model as could be read, for what else may be wrong; missing when there is no package at all. */
  readonly draft?: PackageModel;
  /** What each definition names, by its id; what behaviours name, by `<behaviors>`. */
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  /** Every file that is named. */
  readonly files: readonly FileUse[];
  /** Ids of assets that are wanted though nothing names them. */
  readonly kept: ReadonlySet<string>;
  /** The XML tree, to place problems found later; missing when the XML is not well-formed. */
  readonly root?: XmlElement;
  readonly diagnostics: readonly Diagnostic[];
}

export const dependencyElement = element({
  doc: "A package whose assets this one names.",
  attributes: {
    id: needed(packageId, "id of the other package"),
    version: optional(text, "", "the version that it was made for"),
  },
});

export const packageElement = element({
  doc: "A package: what it needs, its assets, prefabs and scenes.",
  attributes: {
    id: needed(packageId, "its name, which is also that of its folder"),
    version: needed(text, "its version"),
    "xmlns:xsi": optional(text, "", "lets editors find the schema, with the next"),
    "xsi:noNamespaceSchemaLocation": optional(text, "", "path of `package.xsd`, for editors"),
  },
  children: {
    dependencies: group(
      element({
        doc: "The packages that this one may name; no two may need each other.",
        children: { dependency: list(() => dependencyElement) },
      }),
    ),
    assets: group(assetsElement),
    behaviors: group(
      element({
        doc: "Classes of the code that scenes can name by an id, with what the package says of their parameters.",
        children: { behavior: list(() => behaviorElement) },
      }),
    ),
    prefabs: group(
      element({
        doc: "Entities to have instances of.",
        children: { prefab: list(() => prefabElement) },
      }),
    ),
    scenes: group(
      element({
        doc: "The scenes of the package.",
        children: { scene: list(() => sceneElement) },
      }),
    ),
  },
});

/** Reads `source`, text or UTF-8 bytes; `file` is the path that diagnostics name. */
export function readPackage(source: string | Uint8Array, file: string): PackageReading {
  const xml = typeof source === "string" ? readXml(source, file) : readXmlBytes(source, file);
  const uses = new Map<string, readonly Use[]>();
  const kept = new Set<string>();
  if ("problem" in xml) return { uses, files: [], kept, diagnostics: [xml.problem] };
  const { root } = xml;
  const reader = new ElementReader(file);
  const draft = readRoot(root, reader, uses, kept);
  const diagnostics = sortDiagnostics(reader.diagnostics);
  const model = hasErrors(diagnostics) ? undefined : draft;
  const { files } = reader;
  return { ...(model && { model }), ...(draft && { draft }), uses, files, kept, root, diagnostics };
}

function readRoot(
  root: XmlElement,
  reader: ElementReader,
  uses: Map<string, readonly Use[]>,
  kept: Set<string>,
): PackageModel | undefined {
  if (root.name !== "package") {
    reader.report("PK2008", root.nameSpan, { found: root.name });
    return undefined;
  }
  reader.packageId = reader.value(root, "id")?.text ?? "";
  const reading = reader.read(root, packageElement);
  const { id, version, dependencies, assets, behaviors, prefabs, scenes } = reading;
  const used = new Map<string, Value>();
  const define = (xml: XmlElement, read: () => Definition): Definition => {
    const before = reader.uses.length;
    const definition = read();
    checkId(xml, used, reader);
    uses.set(definition.id, reader.uses.slice(before));
    if (reader.value(xml, "keep")?.text === "true") kept.add(definition.id);
    return definition;
  };
  const definitions = [
    ...assets.elements.map((xml) => define(xml, () => readAsset(xml, reader))),
    ...prefabs.elements.map((xml) => define(xml, () => readPrefab(xml, reader))),
    ...scenes.elements.map((xml) => define(xml, () => readScene(xml, reader))),
  ];
  reader.diagnostics.push(...placeDiagnostics(checkExtends(definitions, reader.file), root));
  return {
    id,
    version,
    dependencies: readDependencies(dependencies.elements, reader),
    definitions,
    behaviors: readBehaviors(behaviors.elements, reader, uses),
  };
}

function readBehaviors(
  elements: readonly XmlElement[],
  reader: ElementReader,
  uses: Map<string, readonly Use[]>,
): BehaviorDefinition[] {
  const used = new Map<string, Value>();
  const before = reader.uses.length;
  const behaviors = elements.map((xml) => {
    const behavior = readBehavior(xml, reader);
    checkId(xml, used, reader);
    return behavior;
  });
  uses.set("<behaviors>", reader.uses.slice(before));
  return behaviors;
}

function readDependencies(
  elements: readonly XmlElement[],
  reader: ElementReader,
): PackageDependency[] {
  const used = new Map<string, Value>();
  return elements.map((xml) => {
    const { id, version } = reader.read(xml, dependencyElement);
    checkId(xml, used, reader);
    return { id, version };
  });
}

/** Reports an id that an element before has. */
function checkId(xml: XmlElement, used: Map<string, Value>, reader: ElementReader): void {
  const id = reader.value(xml, "id");
  if (id === undefined) return;
  const other = used.get(id.text);
  if (other === undefined) used.set(id.text, id);
  else reader.reportAgain("PK2009", id.span, { id: id.text }, other.span);
}
