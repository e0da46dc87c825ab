/** What to say of an input that is not there. */
import { type Diagnostic, wholeFile } from "../document/diagnostic.ts";
import { missingSource } from "../package_xml/check_sources.ts";
import { readPackage } from "../package_xml/read_package.ts";

/** A package.xml that may name the input, and the files in its folder as far as they are known. */
export interface NamingManifest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly paths: readonly string[];
}

/** A problem at the place in package.xml that names the file, or else of the file. */
export function missingInput(path: string, manifest: NamingManifest | undefined): Diagnostic {
  const folder = folderOf(manifest?.name ?? "");
  if (manifest && path.startsWith(folder)) {
    const below = path.slice(folder.length);
    const { files } = readPackage(manifest.bytes, manifest.name);
    const use = files.find((one) => one.path === below);
    const place = use && { file: manifest.name, ...use.value.span };
    if (place) return missingSource(below, place, manifest.paths);
  }
  return missingSource(path, wholeFile(path), []);
}

/** The folder of a file, with its slash; empty for the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
