/** Where package.xml names the files that an action reads, for what is to be said of them as a whole. */
import { type Diagnostic, type Place, wholeFile } from "../document/diagnostic.ts";
import { missingSource } from "../package_xml/check_sources.ts";
import { readPackage } from "../package_xml/read_package.ts";

/** A package.xml that may name the input, and the files in its folder as far as they are known. */
export interface NamingManifest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly paths: readonly string[];
}

/** That an input is not there: a problem at the place in package.xml that names it, or else of the file. */
export function missingInput(path: string, manifest: NamingManifest | undefined): Diagnostic {
  const place = manifest && placeNaming(path, manifest);
  if (manifest === undefined || place === undefined)
    return missingSource(path, wholeFile(path), []);
  return missingSource(path.slice(folderOf(manifest.name).length), place, manifest.paths);
}

/** The first place in package.xml that names a file of its package. */
export function placeNaming(path: string, { name, bytes }: NamingManifest): Place | undefined {
  const folder = folderOf(name);
  if (!path.startsWith(folder)) return undefined;
  const below = path.slice(folder.length);
  const use = readPackage(bytes, name).files.find((one) => one.path === below);
  return use && { file: name, ...use.value.span };
}

/** The folder of a file, with its slash; empty for the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
