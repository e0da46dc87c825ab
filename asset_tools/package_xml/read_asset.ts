/** Definitions below `<assets>`. */
import type { ElementReader } from "./element_reader.ts";
import type { AssetDefinition } from "./model.ts";
import { readMaterial } from "./read_material.ts";
import { readMesh } from "./read_mesh.ts";
import { readShader } from "./read_shader.ts";
import { readTexture } from "./read_texture.ts";
import type { XmlElement } from "./xml_element.ts";

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
