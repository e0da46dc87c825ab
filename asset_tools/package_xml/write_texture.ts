/** A texture as an element. */
import { textureElement } from "./read_texture.ts";
import { layerElement, regionElement } from "./read_texture_parts.ts";
import { type Writing, writeElement } from "./schema/write_element.ts";
import { cubeFaces, type TextureDefinition, type TextureParts } from "./texture_definition.ts";
import type { NewElement } from "./write_xml.ts";

/** As `readTexture` reads it. */
export function writeTexture({ parts, ...fields }: TextureDefinition): NewElement {
  return writeElement("texture", textureElement, { ...fields, ...writeParts(parts) });
}

function writeParts(parts: TextureParts): Writing<typeof textureElement> {
  switch (parts.kind) {
    case "flat":
      return { source: parts.source };
    case "cube":
      return { cube: writeCube(parts.sources) };
    case "array": {
      const layers = parts.sources.map((content) =>
        writeElement("source", layerElement, { content }),
      );
      return { array: { elements: layers } };
    }
    case "atlas": {
      const { padding, extrude } = parts;
      const regions = parts.regions.map(({ name, source }) =>
        writeElement("region", regionElement, { id: name, content: source }),
      );
      return { atlas: { padding, extrude, elements: regions } };
    }
  }
}

function writeCube(sources: readonly string[]): Readonly<Record<string, string>> {
  const [first] = sources;
  if (first !== undefined && sources.length === 1) return { source: first };
  return Object.fromEntries(cubeFaces.map((face, row) => [face, sources[row] ?? ""]));
}
