/** Pictures that a file names or holds. */
import type { ModelImage } from "../model/material.ts";
import { childOf, type FbxValue, textAt } from "./fbx_node.ts";
import type { FbxObject, ObjectGraph } from "./object_graph.ts";

/** Images of a model; equal ones are one. */
export class ImageList {
  readonly images: ModelImage[] = [];
  readonly #graph: ObjectGraph;
  readonly #known = new Map<string, number>();

  constructor(graph: ObjectGraph) {
    this.#graph = graph;
  }

  /** Index of a texture's picture. */
  add(texture: FbxObject): number {
    const path = pathOf(texture);
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const bytes = this.#content(texture);
    const image = bytes ? { name: path, path: "", bytes } : { name: texture.name, path };
    const index = this.images.push(image) - 1;
    this.#known.set(path, index);
    return index;
  }

  /** The file itself, when the texture's video carries it. */
  #content(texture: FbxObject): Uint8Array | undefined {
    for (const { object } of this.#graph.below(texture, "Video")) {
      const bytes = bytesOf(childOf(object.node, "Content")?.values ?? []);
      if (bytes.length > 0) return bytes;
    }
    return undefined;
  }
}

/** Binary files hold bytes, texts base64 in pieces. */
function bytesOf(values: readonly FbxValue[]): Uint8Array {
  const [first] = values;
  if (first instanceof Uint8Array) return first;
  const text = values.filter((value) => typeof value === "string").join("");
  return new Uint8Array(Buffer.from(text, "base64"));
}

/** Relative if the file says so; of a path on the artist's machine only the name is of use. */
function pathOf({ node, name }: FbxObject): string {
  const relative =
    textAt(childOf(node, "RelativeFilename"), 0) || textAt(childOf(node, "FileName"), 0);
  const path = relative.replaceAll("\\", "/");
  const isAbsolute = path.startsWith("/") || /^[A-Za-z]:/.test(path);
  return (isAbsolute ? path.slice(path.lastIndexOf("/") + 1) : path) || name;
}
