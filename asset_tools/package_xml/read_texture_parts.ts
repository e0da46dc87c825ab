/** What a texture is made of: `<source>`, `<cube>`, `<array>` or `<atlas>`. */
import type { ElementReader } from "./element_reader.ts";
import { child, element, list, needed, optional, type Reading } from "./schema/element_schema.ts";
import { definitionId, sourcePath } from "./schema/name_types.ts";
import { integerBetween } from "./schema/number_types.ts";
import { bool, type Value } from "./schema/value_type.ts";
import { type AtlasRegion, cubeFaces, type TextureParts } from "./texture_definition.ts";
import type { XmlElement } from "./xml_element.ts";

const PICTURES = [".png", ".jpg", ".jpeg", ".tga"];

/** Files that a texture of one picture can be made from. */
export const textureExtensions = [...PICTURES, ".ktx2"];

const picture = sourcePath("texture", PICTURES);

/** As many as every GPU takes in an array. */
const MOST_LAYERS = 256;

/** Texels around a region at most. */
const MOST_PADDING = 64;

const cubeElement = element({
  doc: "The six sides of a cube: a file each, or one `source` with all of them in a row, a column or a cross.",
  children: {
    source: optional(picture, undefined, "all sides in one picture"),
    positiveX: optional(picture, undefined, "the side towards +x"),
    negativeX: optional(picture, undefined, "the side towards -x"),
    positiveY: optional(picture, undefined, "the side towards +y"),
    negativeY: optional(picture, undefined, "the side towards -y"),
    positiveZ: optional(picture, undefined, "the side towards +z"),
    negativeZ: optional(picture, undefined, "the side towards -z"),
  },
});

export const layerElement = element({
  doc: "The next layer; all are equally large.",
  text: picture,
});

const arrayElement = element({
  doc: "The layers of an array, at most 256.",
  children: { source: list(() => layerElement) },
});

export const regionElement = element({
  doc: "A picture of an atlas.",
  attributes: { id: needed(definitionId, "the name under which it is found") },
  text: picture,
});

const atlasElement = element({
  doc: "Pictures joined to one texture, each a named region of it.",
  attributes: {
    padding: optional(
      integerBetween(0, MOST_PADDING),
      4,
      "texels around each picture; every doubling from 2 on allows one more level",
    ),
    extrude: optional(bool, true, "whether they repeat the picture's edge; they are clear if not"),
  },
  children: { region: list(() => regionElement) },
});

/** Children of `<texture>` of which there is one. */
export const textureParts = {
  source: optional(
    sourcePath("texture", textureExtensions),
    undefined,
    "the picture, or a `.ktx2` that is taken as it is",
  ),
  cube: child(cubeElement),
  array: child(arrayElement),
  atlas: child(atlasElement),
};

interface PartsReading {
  readonly source: string | undefined;
  readonly cube: Reading<typeof cubeElement> | null;
  readonly array: Reading<typeof arrayElement> | null;
  readonly atlas: Reading<typeof atlasElement> | null;
}

/** Reports where there is none of them, or more than one. */
export function readTextureParts(
  xml: XmlElement,
  { source, cube, array, atlas }: PartsReading,
  reader: ElementReader,
): TextureParts {
  const [first, second] = xml.children.filter(({ name }) => Object.hasOwn(textureParts, name));
  if (first === undefined) {
    reader.report("PK2004", xml.nameSpan, { element: "texture", name: "source" });
  } else if (second && second.name !== first.name) {
    reader.report("PK2013", second.nameSpan, { name: second.name, other: first.name });
  }
  if (cube && first?.name === "cube") return readCube(first, cube, reader);
  if (array && first?.name === "array") return readArray(first, array.elements, reader);
  if (atlas && first?.name === "atlas") {
    const regions = readRegions(first, atlas.elements, reader);
    return { kind: "atlas", padding: atlas.padding, extrude: atlas.extrude, regions };
  }
  return { kind: "flat", source: source ?? "" };
}

function readCube(
  xml: XmlElement,
  cube: Reading<typeof cubeElement>,
  reader: ElementReader,
): TextureParts {
  if (cube.source === undefined) {
    const missing = cubeFaces.find((face) => cube[face] === undefined);
    if (missing) reader.report("PK2004", xml.nameSpan, { element: "cube", name: missing });
    return { kind: "cube", sources: cubeFaces.map((face) => cube[face] ?? "") };
  }
  const face = xml.children.find(({ name }) => name !== "source");
  if (face) reader.report("PK2013", face.nameSpan, { name: face.name, other: "source" });
  return { kind: "cube", sources: [cube.source] };
}

function readArray(
  xml: XmlElement,
  layers: readonly XmlElement[],
  reader: ElementReader,
): TextureParts {
  const extra = layers[MOST_LAYERS];
  if (layers.length === 0) {
    reader.report("PK2004", xml.nameSpan, { element: "array", name: "source" });
  }
  if (extra) reader.report("PK2014", extra.nameSpan, { limit: MOST_LAYERS, what: "layers" });
  const sources = layers.map((layer) => reader.read(layer, layerElement).content);
  return { kind: "array", sources };
}

function readRegions(
  xml: XmlElement,
  elements: readonly XmlElement[],
  reader: ElementReader,
): AtlasRegion[] {
  if (elements.length === 0) {
    reader.report("PK2004", xml.nameSpan, { element: "atlas", name: "region" });
  }
  const known = new Map<string, Value>();
  return elements.map((region) => {
    const { id: name, content: source } = reader.read(region, regionElement);
    const id = reader.value(region, "id");
    const other = known.get(name);
    if (id && other) reader.reportAgain("PK2009", id.span, { id: name }, other.span);
    else if (id) known.set(name, id);
    return { name, source };
  });
}
