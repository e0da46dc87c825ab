/** A whole FBX file of either encoding, as records. */
import { readAsciiFbx } from "./ascii_reader.ts";
import { binaryVersion, isBinaryFbx, readBinaryFbx } from "./binary_reader.ts";
import { childOf, type FbxNode, numberAt } from "./fbx_node.ts";
import { fail } from "./fbx_problem.ts";

/** 6100 is FBX 2006 to 2010, 7100 to 7700 is FBX 2011 to 2020 and all that came after. */
const OLDEST = 6100;
const NEWEST = 7700;

export interface FbxFile {
  readonly version: number;
  readonly isBinary: boolean;
  /** Holds the top records. */
  readonly root: FbxNode;
}

/** Reads the records of a file; what is no FBX file or of another version fails. */
export function readFbxFile(bytes: Uint8Array): FbxFile {
  if (isBinaryFbx(bytes)) {
    const version = binaryVersion(bytes);
    checkVersion(version, 23);
    return { version, isBinary: true, root: rootOf(readBinaryFbx(bytes, version)) };
  }
  if (!looksLikeText(bytes)) {
    fail("AS2601", 0, {}, "Export as FBX 2011 or later, binary or ASCII");
  }
  const root = rootOf(readAsciiFbx(bytes));
  const header = childOf(root, "FBXHeaderExtension");
  const stated = header && childOf(header, "FBXVersion");
  const version = numberAt(stated, 0) ?? versionInComment(bytes);
  if (version === undefined) fail("AS2601", 0, {}, "There is no `FBXVersion` in it");
  checkVersion(version, stated?.at ?? 0);
  return { version, isBinary: false, root };
}

function checkVersion(version: number, at: number): void {
  if (version >= OLDEST && version <= NEWEST) return;
  const range = `${OLDEST} to ${NEWEST}`;
  fail("AS2602", at, { version, range }, "Export as FBX 2011 or later, binary or ASCII");
}

function rootOf(children: readonly FbxNode[]): FbxNode {
  return { name: "", values: [], children, at: 0 };
}

/** ASCII files begin with a comment or a record's name. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return /^(\xef\xbb\xbf)?\s*(;|\w+\s*:)/.test(start);
}

/** `; FBX 7.3.0 project file`. */
function versionInComment(bytes: Uint8Array): number | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 256));
  const [, major, minor] = /;\s*FBX (\d)\.(\d)\.\d/.exec(start) ?? [];
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor) * 100;
}
