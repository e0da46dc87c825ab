/** A package of many textures and meshes, the same on every machine. */
import { makePng } from "../../assets/make_png.ts";

export interface ScaleTree {
  /** By path below the package's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly textures: readonly string[];
  readonly meshes: readonly string[];
}

export const SCALE_ID = "scale";

/** Sides of pictures, in turn; a quarter of them is small. */
const SIDES = [256, 128, 256, 64];
/** Quads of meshes along one axis: 512 to 2,888 triangles. */
const QUADS = [16, 24, 32, 38];

/** `textures` PNG pictures and `meshes` OBJ files, with the package.xml that names them. */
export function makeScaleTree(textures: number, meshes: number): ScaleTree {
  const files = new Map<string, Uint8Array>();
  const names = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  const tree = { files, textures: names("Picture", textures), meshes: names("Shape", meshes) };
  for (const [index, id] of tree.textures.entries()) files.set(`${id}.png`, pictureOf(index));
  for (const [index, id] of tree.meshes.entries()) files.set(`${id}.obj`, shapeOf(index));
  files.set("package.xml", manifestOf(tree));
  return tree;
}

function manifestOf({ textures, meshes }: Pick<ScaleTree, "textures" | "meshes">): Uint8Array {
  const elements = [
    ...textures.map((id) => `<texture id="${id}" keep="true"><source>${id}.png</source></texture>`),
    ...meshes.map((id) => `<mesh id="${id}" keep="true"><source>${id}.obj</source></mesh>`),
  ];
  const text = `<package id="${SCALE_ID}" version="1"><assets>\n${elements.join("\n")}\n</assets></package>\n`;
  return new TextEncoder().encode(text);
}

/** Tiles with grain: neither flat nor noise. */
function pictureOf(index: number): Uint8Array {
  const side = SIDES[index % SIDES.length] as number;
  const data = new Uint8Array(side * side * 3);
  let state = index * 7919 + 1;
  for (let at = 0; at < data.length; at += 3) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const [x, y] = [(at / 3) % side, Math.floor(at / 3 / side)];
    const tile = ((x >> 4) * 37 + (y >> 4) * 91 + index * 13) & 127;
    const grain = state >>> 28;
    data[at] = tile + grain + (x & 15) * 3;
    data[at + 1] = (tile >> 1) + grain + (y & 15) * 5;
    data[at + 2] = 90 + grain + ((x + y) & 31);
  }
  return makePng({ width: side, height: side, bitDepth: 8, colorType: 2, data });
}

/** A rolling square with uvs and smooth normals. */
function shapeOf(index: number): Uint8Array {
  const quads = QUADS[index % QUADS.length] as number;
  const lines: string[] = [];
  for (let y = 0; y <= quads; y++) {
    for (let x = 0; x <= quads; x++) {
      const height = (((x * x * 3 + y * y * 5 + x * y + index * 11) % 97) / 970).toFixed(4);
      lines.push(`v ${(x / quads).toFixed(4)} ${height} ${(y / quads).toFixed(4)}`);
      lines.push(`vt ${(x / quads).toFixed(4)} ${(y / quads).toFixed(4)}`);
    }
  }
  lines.push("s 1");
  for (let y = 0; y < quads; y++) {
    for (let x = 0; x < quads; x++) {
      const a = y * (quads + 1) + x + 1;
      const c = a + quads + 1;
      lines.push(`f ${a}/${a} ${c}/${c} ${c + 1}/${c + 1} ${a + 1}/${a + 1}`);
    }
  }
  return new TextEncoder().encode(lines.join("\n"));
}
