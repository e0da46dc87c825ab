/** Definitions below `<assets>`. */
import type { ElementReader } from "./element_reader.ts";
import type { AssetDefinition } from "./model.ts";
import { animationElement, readAnimation } from "./read_animation.ts";
import { audioElement, readAudio } from "./read_audio.ts";
import { dataElement, readData } from "./read_data.ts";
import { materialElement, readMaterial } from "./read_material.ts";
import { meshElement, readMesh } from "./read_mesh.ts";
import { readShader, shaderElement } from "./read_shader.ts";
import { readTexture, textureElement } from "./read_texture.ts";
import { element, list } from "./schema/element_schema.ts";
import type { XmlElement } from "./xml_element.ts";

export const assetsElement = element({
  doc: "The assets of the package.",
  children: {
    texture: list(() => textureElement),
    mesh: list(() => meshElement),
    shader: list(() => shaderElement),
    material: list(() => materialElement),
    audio: list(() => audioElement),
    animation: list(() => animationElement),
    data: list(() => dataElement),
  },
});

const readers: Readonly<
  Record<
    keyof typeof assetsElement.children,
    (xml: XmlElement, reader: ElementReader) => AssetDefinition
  >
> = {
  texture: readTexture,
  mesh: readMesh,
  shader: readShader,
  material: readMaterial,
  audio: readAudio,
  animation: readAnimation,
  data: readData,
};

/** Reads a child of `<assets>`. */
export function readAsset(xml: XmlElement, reader: ElementReader): AssetDefinition {
  return readers[xml.name as keyof typeof readers](xml, reader);
}
