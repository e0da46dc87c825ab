/** Definitions below `<scenes>`. */
import { LightKind, ParameterType, type ParameterTypeName } from "../fpkg/format.ts";
import { type ElementReader, parseNumbers, type Value } from "./element_reader.ts";
import { readReference } from "./reference.ts";
import type {
  CameraDefinition,
  EntityDefinition,
  LightDefinition,
  ParameterDefinition,
  SceneDefinition,
} from "./scene_definition.ts";
import type { XmlElement } from "./xml_element.ts";

const CLASS_PATH = /^([a-z_]\w*\.)*[A-Z]\w*$/;
const ENTITY_ID = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const AXES = ["x", "y", "z"] as const;

/** Reads one `<scene>`. */
export function readScene(
  element: XmlElement,
  packageId: string,
  id: string,
  reader: ElementReader,
): SceneDefinition {
  reader.attributes(element, ["id", "name"]);
  const entities: EntityDefinition[] = [];
  for (const child of reader.children(element, ["entity"])) {
    readEntity(child, -1, packageId, entities, reader);
  }
  return {
    kind: "scene",
    package: packageId,
    id,
    name: reader.optional(element, "name")?.text ?? id,
    entities,
  };
}

function readEntity(
  element: XmlElement,
  parent: number,
  packageId: string,
  entities: EntityDefinition[],
  reader: ElementReader,
): void {
  reader.attributes(element, ["id", "name", "codeBehind"]);
  const id = readEntityId(element, entities, reader);
  const codeBehind = reader.optional(element, "codeBehind");
  if (codeBehind && !CLASS_PATH.test(codeBehind.text)) {
    reader.report("PK2006", codeBehind.span, {
      expected: "a class path like `pack.Class`",
      found: codeBehind.text,
    });
  }
  const children = reader.children(element, ["transform", "components", "params", "entity"]);
  const fields = reader.fields(
    { ...element, text: "", children: children.filter((child) => child.name !== "entity") },
    ["transform", "components", "params"],
  );
  const row = entities.length;
  entities.push({
    id,
    name: reader.optional(element, "name")?.text ?? id,
    parent,
    codeBehind: codeBehind?.text ?? null,
    ...readTransform(fields.get("transform"), reader),
    ...readComponents(fields.get("components"), packageId, reader),
    params: readParameters(fields.get("params"), reader),
  });
  for (const child of children) {
    if (child.name === "entity") readEntity(child, row, packageId, entities, reader);
  }
}

function readEntityId(
  element: XmlElement,
  entities: readonly EntityDefinition[],
  reader: ElementReader,
): string {
  const id = reader.required(element, "id");
  if (id === undefined) return "";
  if (!ENTITY_ID.test(id.text)) {
    reader.report(
      "PK2010",
      id.span,
      { id: id.text },
      "Start with a letter or `_`; use letters, digits, `_` and `-`",
    );
  }
  if (entities.some((other) => other.id === id.text)) {
    reader.report("PK2009", id.span, { id: id.text, other: "entity of this scene" });
  }
  return id.text;
}

type TransformFields = Pick<EntityDefinition, "position" | "rotation" | "scale">;

function readTransform(element: XmlElement | undefined, reader: ElementReader): TransformFields {
  const fields = element
    ? reader.fields(element, ["position", "rotation", "scale"])
    : new Map<string, XmlElement>();
  if (element) reader.attributes(element, []);
  const axes = (name: string, otherwise: number): [number, number, number] => {
    const [x, y, z] = readAxes(fields.get(name), AXES, otherwise, reader);
    return [x as number, y as number, z as number];
  };
  const rotation = fields.get("rotation");
  const [x, y, z] = axes("position", 0);
  return { position: [x, y, z], rotation: readRotation(rotation, reader), scale: axes("scale", 1) };
}

function readAxes(
  element: XmlElement | undefined,
  names: readonly string[],
  otherwise: number,
  reader: ElementReader,
): number[] {
  if (element === undefined) return names.map(() => otherwise);
  reader.attributes(element, names);
  reader.children(element, []);
  return names.map((name) => reader.number(reader.optional(element, name), otherwise));
}

/** A quaternion; `w` is 1 when only it is left out. */
function readRotation(
  element: XmlElement | undefined,
  reader: ElementReader,
): [number, number, number, number] {
  if (element === undefined) return [0, 0, 0, 1];
  reader.attributes(element, [...AXES, "w"]);
  reader.children(element, []);
  const [x, y, z] = AXES.map((name) => reader.number(reader.optional(element, name), 0));
  const w = reader.number(reader.optional(element, "w"), 1);
  if (x === 0 && y === 0 && z === 0 && w === 0) {
    reader.report("PK2006", element.nameSpan, {
      expected: "a quaternion of length 1",
      found: "0 0 0 0",
    });
  }
  return [x as number, y as number, z as number, w];
}

type ComponentFields = Pick<
  EntityDefinition,
  "mesh" | "material" | "visible" | "castShadows" | "camera" | "light"
>;

function readComponents(
  element: XmlElement | undefined,
  packageId: string,
  reader: ElementReader,
): ComponentFields {
  const known = ["mesh", "material", "renderable", "camera", "light"];
  const fields = element ? reader.fields(element, known) : new Map<string, XmlElement>();
  if (element) reader.attributes(element, []);
  const renderable = fields.get("renderable");
  const flag = (name: string): boolean =>
    reader.bool(renderable && reader.optional(renderable, name), true);
  if (renderable) {
    reader.attributes(renderable, ["visible", "castShadows"]);
    reader.children(renderable, []);
  }
  return {
    mesh: readAssetLink(fields.get("mesh"), packageId, reader),
    material: readAssetLink(fields.get("material"), packageId, reader),
    visible: flag("visible"),
    castShadows: flag("castShadows"),
    camera: readCamera(fields.get("camera"), reader),
    light: readLight(fields.get("light"), reader),
  };
}

function readAssetLink(
  element: XmlElement | undefined,
  packageId: string,
  reader: ElementReader,
): string | null {
  if (element === undefined) return null;
  reader.attributes(element, ["asset"]);
  reader.children(element, []);
  const asset = reader.required(element, "asset");
  return asset ? readReference(asset, packageId, `a ${element.name}'s id`, reader) : null;
}

function readCamera(
  element: XmlElement | undefined,
  reader: ElementReader,
): CameraDefinition | null {
  if (element === undefined) return null;
  reader.attributes(element, ["fovDegrees", "near", "far", "active"]);
  reader.children(element, []);
  const number = (name: string, otherwise: number): number =>
    reader.number(reader.optional(element, name), otherwise);
  return {
    fovDegrees: number("fovDegrees", 60),
    near: number("near", 0.1),
    far: number("far", 1000),
    active: reader.bool(reader.optional(element, "active"), true),
  };
}

function readLight(element: XmlElement | undefined, reader: ElementReader): LightDefinition | null {
  if (element === undefined) return null;
  reader.attributes(element, ["kind", "color", "intensity", "range"]);
  reader.children(element, []);
  const color = reader.optional(element, "color");
  const [red, green, blue] = (color && reader.numbers(color, 3)) ?? [1, 1, 1];
  const kind = reader.oneOf(
    reader.required(element, "kind"),
    Object.keys(LightKind) as (keyof typeof LightKind)[],
    "directional",
  );
  return {
    kind,
    color: [red as number, green as number, blue as number],
    intensity: reader.number(reader.optional(element, "intensity"), 1),
    range: reader.number(reader.optional(element, "range"), kind === "point" ? 10 : 0),
  };
}

function readParameters(
  element: XmlElement | undefined,
  reader: ElementReader,
): ParameterDefinition[] {
  if (element === undefined) return [];
  reader.attributes(element, []);
  const params: ParameterDefinition[] = [];
  for (const child of element.children) {
    const { name } = child;
    if (params.some((other) => other.name === name))
      reader.report("PK2005", child.nameSpan, { name });
    reader.attributes(child, ["type"]);
    reader.children({ ...child, text: "" }, []);
    const types = Object.keys(ParameterType) as ParameterTypeName[];
    const asked = reader.optional(child, "type");
    const value = { text: child.text, span: child.textSpan };
    const type = asked ? reader.oneOf(asked, types, "string") : inferType(child.text);
    params.push({ name, type, value: readParameter(value, type, reader) });
  }
  return params;
}

const VECTOR_LENGTHS: Readonly<Record<string, number>> = { vec2: 2, vec3: 3, vec4: 4 };

/** What a value looks like: `true`, `2`, `1.5`, `0 1 0`, or else text. */
function inferType(text: string): ParameterTypeName {
  if (text === "true" || text === "false") return "bool";
  const numbers = parseNumbers(text);
  switch (numbers?.length) {
    case 1:
      return isInt(text) ? "int" : "float";
    case 2:
      return "vec2";
    case 3:
      return "vec3";
    case 4:
      return "vec4";
    default:
      return "string";
  }
}

function isInt(text: string): boolean {
  return /^[+-]?\d+$/.test(text) && (Number(text) | 0) === Number(text);
}

function readParameter(
  value: Value,
  type: ParameterTypeName,
  reader: ElementReader,
): ParameterDefinition["value"] {
  switch (type) {
    case "bool":
      return reader.bool(value, false);
    case "int":
      if (isInt(value.text)) return Number(value.text) + 0;
      reader.report("PK2006", value.span, {
        expected: "a whole number of 32 bits",
        found: value.text,
      });
      return 0;
    case "float":
      return reader.number(value, 0);
    case "string":
      return value.text;
    case "vec2":
    case "vec3":
    case "vec4":
      return reader.numbers(value, VECTOR_LENGTHS[type] as number) ?? [];
  }
}
