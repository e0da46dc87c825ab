/** Which file names are an editor's own business, and which are sources. */
import { extname } from "node:path";

const EDITOR_FILES = /~$|^\.#|^#.*#$|^4913$|\.(?:tmp|swp|swx|bak|crswap)$|^\.goutputstream-/;
const SOURCE_EXTENSIONS = new Set([
  ".hx",
  ".xml",
  ".png",
  ".obj",
  ".glsl",
  ".jpg",
  ".jpeg",
  ".tga",
  ".wav",
  ".ogg",
  ".flac",
  ".mp3",
  ".fbx",
  ".gltf",
  ".glb",
  ".bin",
]);

export function isEditorFile(name: string): boolean {
  return EDITOR_FILES.test(name);
}

/** May the file be a source that the graph does not know yet? */
export function isSourceName(name: string): boolean {
  return !isEditorFile(name) && SOURCE_EXTENSIONS.has(extname(name));
}
