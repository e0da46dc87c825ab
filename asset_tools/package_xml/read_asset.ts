/** Definitions below `<assets>`. */
import { BlendMode, CullMode, DepthTest } from "../fpkg/format.ts";
import { type ElementReader, parseNumbers, type Value } from "./element_reader.ts";
import {
  type AssetDefinition,
  type MaterialDefinition,
  type MaterialProperty,
  type MeshDefinition,
  type PropertyValue,
  type ShaderDefinition,
  type TextureDefinition,
  textureFormats,
  textureSemantics,
} from "./model.ts";
import type { XmlElement } from "./xml_element.ts";

const REFERENCE = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/;

/** File name extensions that each kind can be made from. */
const EXTENSIONS = {
  texture: [".png", ".jpg", ".jpeg", ".tga"],
  mesh: [".obj"],
  shader: [".glsl"],
} as const;

/** Reads one asset's element; undefined when too little of it is there. */
export function readAsset(
  element: XmlElement,
  packageId: string,
  id: string,
  reader: ElementReader,
): AssetDefinition | undefined {
  reader.attributes(element, ["id"]);
  switch (element.name) {
    case "texture":
      return readTexture(element, packageId, id, reader);
    case "mesh":
      return readMesh(element, packageId, id, reader);
    case "shader":
      return readShader(element, packageId, id, reader);
    case "material":
      return readMaterial(element, packageId, id, reader);
    default:
      return undefined;
  }
}

/** `name` with its package: unqualified names mean the own package. */
export function qualify(name: string, packageId: string): string {
  return name.includes(".") ? name : `${packageId}.${name}`;
}

function readTexture(
  element: XmlElement,
  packageId: string,
  id: string,
  reader: ElementReader,
): TextureDefinition {
  const fields = reader.fields(element, ["source", "format", "semantic", "mipmaps"]);
  return {
    kind: "texture",
    package: packageId,
    id,
    source: readSource(element, fields.get("source"), "texture", reader),
    format: reader.oneOf(content(fields.get("format"), reader), textureFormats, "auto"),
    semantic: reader.oneOf(content(fields.get("semantic"), reader), textureSemantics, "color"),
    mipmaps: reader.bool(content(fields.get("mipmaps"), reader), true),
  };
}

function readMesh(
  element: XmlElement,
  packageId: string,
  id: string,
  reader: ElementReader,
): MeshDefinition {
  const fields = reader.fields(element, ["source", "optimize", "generateTangents"]);
  return {
    kind: "mesh",
    package: packageId,
    id,
    source: readSource(element, fields.get("source"), "mesh", reader),
    optimize: reader.bool(content(fields.get("optimize"), reader), true),
    generateTangents: reader.bool(content(fields.get("generateTangents"), reader), true),
  };
}

function readShader(
  element: XmlElement,
  packageId: string,
  id: string,
  reader: ElementReader,
): ShaderDefinition {
  const fields = reader.fields(element, ["source"]);
  const source = readSource(element, fields.get("source"), "shader", reader);
  return { kind: "shader", package: packageId, id, source };
}

function readMaterial(
  element: XmlElement,
  packageId: string,
  id: string,
  reader: ElementReader,
): MaterialDefinition {
  const fields = reader.fields(element, ["shader", "properties", "state"]);
  const shader = content(fields.get("shader"), reader);
  if (shader === undefined)
    reader.report("PK2004", element.nameSpan, { element: "material", name: "shader" });
  const properties = fields.get("properties");
  const stateElement = fields.get("state");
  const state = (name: string): Value | undefined =>
    stateElement && reader.optional(stateElement, name);
  if (stateElement) {
    reader.attributes(stateElement, ["cull", "blend", "depthTest", "depthWrite"]);
    reader.children(stateElement, []);
  }
  const blend = reader.oneOf(state("blend"), keys(BlendMode), "opaque");
  return {
    kind: "material",
    package: packageId,
    id,
    shader: shader ? readReference(shader, packageId, "a shader's id", reader) : "",
    properties: properties ? readProperties(properties, packageId, reader) : [],
    cull: reader.oneOf(state("cull"), keys(CullMode), "back"),
    blend,
    depthTest: reader.oneOf(state("depthTest"), keys(DepthTest), "less"),
    // What is seen through does not hide what is behind it.
    depthWrite: reader.bool(state("depthWrite"), blend === "opaque"),
  };
}

function readProperties(
  parent: XmlElement,
  packageId: string,
  reader: ElementReader,
): MaterialProperty[] {
  const properties: MaterialProperty[] = [];
  for (const element of parent.children) {
    const { name } = element;
    if (properties.some((other) => other.name === name))
      reader.report("PK2005", element.nameSpan, { name });
    const value = readProperty(reader.text(element), packageId, reader);
    if (value) properties.push({ name, value });
  }
  return properties;
}

function readProperty(
  value: Value,
  packageId: string,
  reader: ElementReader,
): PropertyValue | undefined {
  const values = parseNumbers(value.text);
  if (values) return { kind: "numbers", values };
  if (value.text === "true" || value.text === "false")
    return { kind: "bool", value: value.text === "true" };
  if (REFERENCE.test(value.text))
    return { kind: "texture", texture: qualify(value.text, packageId) };
  reader.report("PK2006", value.span, {
    expected: "numbers, `true`, `false` or a texture's id",
    found: value.text,
  });
  return undefined;
}

/** A reference, qualified; a malformed one is reported. */
export function readReference(
  value: Value,
  packageId: string,
  what: string,
  reader: ElementReader,
): string {
  if (!REFERENCE.test(value.text))
    reader.report("PK2006", value.span, { expected: what, found: value.text });
  return qualify(value.text, packageId);
}

function readSource(
  element: XmlElement,
  source: XmlElement | undefined,
  kind: keyof typeof EXTENSIONS,
  reader: ElementReader,
): string {
  if (source === undefined) {
    reader.report("PK2004", element.nameSpan, { element: kind, name: "source" });
    return "";
  }
  const { text: path, span } = reader.text(source);
  const steps = path.split("/");
  if (
    path === "" ||
    path.includes("\\") ||
    steps.includes("..") ||
    steps.includes(".") ||
    steps.includes("")
  ) {
    reader.report(
      "PK2011",
      span,
      { path },
      "Give a path below the folder of package.xml, with `/`",
    );
  }
  const extensions: readonly string[] = EXTENSIONS[kind];
  if (!extensions.some((extension) => path.toLowerCase().endsWith(extension))) {
    reader.report("PK2012", span, { path, kind }, `Known file types: ${extensions.join(", ")}`);
  }
  return path;
}

function content(element: XmlElement | undefined, reader: ElementReader): Value | undefined {
  return element && reader.text(element);
}

function keys<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[];
}
