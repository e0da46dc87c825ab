/** The official validator's judgement of a file, as diagnostics. */
/// <reference path="./gltf_validator.d.ts" />
import type { Issue } from "gltf-validator";
import { type Diagnostic, diagnostic, type Place, wholeFile } from "../document/diagnostic.ts";
import { decodePath, type ExternalFiles } from "./buffers.ts";
import { type GltfSource, placeOf } from "./gltf_source.ts";

const ERROR = 0;
const WARNING = 1;

/** More of one file helps nobody. */
const MAX_SHOWN = 50;

/** Errors that reading does not depend on: bounds, hints for a GPU, what is normalised here anyway. */
const FORGIVEN = [
  "ACCESSOR_ELEMENT_OUT_OF_MAX_BOUND",
  "ACCESSOR_ELEMENT_OUT_OF_MIN_BOUND",
  "ACCESSOR_INVALID_SIGN",
  "ACCESSOR_JOINTS_INDEX_DUPLICATE",
  "ACCESSOR_MAX_MISMATCH",
  "ACCESSOR_MIN_MISMATCH",
  "ACCESSOR_NON_CLAMPED",
  "ACCESSOR_USAGE_OVERRIDE",
  "ACCESSOR_VECTOR3_NON_UNIT",
  "ACCESSOR_WEIGHTS_NEGATIVE",
  "ACCESSOR_WEIGHTS_NON_NORMALIZED",
  "ACCESSOR_ANIMATION_SAMPLER_OUTPUT_NON_NORMALIZED_QUATERNION",
  "ANIMATION_SAMPLER_INPUT_ACCESSOR_WITHOUT_BOUNDS",
  "BUFFER_DATA_URI_MIME_TYPE_INVALID",
  "BUFFER_VIEW_TARGET_OVERRIDE",
  "MESH_PRIMITIVE_POSITION_ACCESSOR_WITHOUT_BOUNDS",
  "NODE_MATRIX_NON_TRS",
  "NON_REQUIRED_EXTENSION",
  "UNDECLARED_EXTENSION",
  "UNUSED_EXTENSION_REQUIRED",
];

/** What concerns pictures and materials, which a game takes from package.xml, or is no concern of anybody's. */
const IGNORED = [
  "ACCESSOR_JOINTS_USED_ZERO_WEIGHT",
  "BUFFER_VIEW_TARGET_MISSING",
  "IMAGE_DATA_INVALID",
  "IMAGE_FEATURES_UNSUPPORTED",
  "IMAGE_MIME_TYPE_INVALID",
  "IMAGE_NON_ENABLED_MIME_TYPE",
  "IMAGE_UNEXPECTED_EOS",
  "IMAGE_UNRECOGNIZED_FORMAT",
  "MESH_PRIMITIVE_GENERATED_TANGENT_SPACE",
  "MESH_PRIMITIVE_NO_TANGENT_SPACE",
  "MESH_PRIMITIVE_TOO_FEW_TEXCOORDS",
  "NODE_EMPTY",
  "NODE_SKINNED_MESH_LOCAL_TRANSFORMS",
  "NODE_SKINNED_MESH_NON_ROOT",
  "UNSUPPORTED_EXTENSION",
  "UNUSED_OBJECT",
];

/** All errors and warnings of a file; without errors, references, ranges and uncompressed data are as they must be. */
export async function validateGltf(
  bytes: Uint8Array,
  source: GltfSource,
  external: ExternalFiles,
): Promise<Diagnostic[]> {
  // A megabyte of program that only models need.
  const { default: validator } = await import("gltf-validator");
  const overrides = Object.fromEntries(FORGIVEN.map((code) => [code, WARNING] as const));
  try {
    const { issues } = await validator.validateBytes(withOwnBuffer(bytes), {
      format: source.format,
      writeTimestamp: false,
      maxIssues: 0,
      ignoredIssues: IGNORED,
      // A value outside its list, such as an unknown mode, cannot be read.
      severityOverrides: { ...overrides, VALUE_NOT_IN_LIST: ERROR },
      externalResourceFunction: async (uri) => {
        const file = external(decodePath(uri));
        if (file === undefined) throw new Error("not given");
        return withOwnBuffer(file);
      },
    });
    return firstOfEach(issues.messages)
      .flatMap((issue) => describe(issue, source) ?? [])
      .slice(0, MAX_SHOWN);
  } catch {
    // It gives up on JSON that is nested without end, and on nothing else that openGltf lets through.
    const problem = "it is nested too deeply to be validated";
    return [diagnostic("AS6004", wholeFile(source.file), { problem, at: "byte 0" })];
  }
}

/** The validator looks at the whole buffer behind an array, which Node shares between small files. */
function withOwnBuffer(bytes: Uint8Array): Uint8Array {
  return bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

/** One issue of a kind at a place: it comes again for every element of an accessor. */
function firstOfEach(issues: readonly Issue[]): Issue[] {
  const first = new Map<string, Issue>();
  for (const issue of issues) {
    const key = `${issue.code} ${issue.pointer ?? issue.offset}`;
    if (!first.has(key)) first.set(key, issue);
  }
  // Errors first, so that warnings never hide them.
  return [...first.values()].sort((a, b) => a.severity - b.severity);
}

function describe(issue: Issue, source: GltfSource): Diagnostic | undefined {
  const { code, message, severity, pointer, offset } = issue;
  if (severity > WARNING) return undefined;
  if (code === "IO_ERROR") return describeMissing(pointer ?? "", source);
  const at = pointer === undefined ? `byte ${offset ?? 0}` : pointer === "" ? "/" : pointer;
  const place: Place = pointer === undefined ? wholeFile(source.file) : placeOf(source, pointer);
  const problem = message.replace(/\.$/, "");
  return diagnostic(severity === ERROR ? "AS6001" : "AS6002", place, { problem, rule: code, at });
}

/** A buffer that was not given. Pictures need not be: nothing here reads them. */
function describeMissing(pointer: string, source: GltfSource): Diagnostic | undefined {
  const [, kind, index] = pointer.split("/");
  if (kind !== "buffers") return undefined;
  const path = decodePath(source.json.buffers?.[Number(index)]?.uri ?? "");
  return diagnostic("AS6005", placeOf(source, pointer), { path }, missingHint(path));
}

export function missingHint(path: string): string {
  return `Add \`<data>\` with the path of ${path} to the asset in package.xml`;
}
