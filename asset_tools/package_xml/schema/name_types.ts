/** Ids, references and paths as values. */
import type { DefinitionKind } from "../defined.ts";
import { pattern, type Value, type ValueContext, type ValueType } from "./value_type.ts";

const NAME = "[A-Za-z_][A-Za-z0-9_]*";
const REFERENCE = `${NAME}(\\.${NAME})?`;
const WHOLE_REFERENCE = new RegExp(`^(?:${REFERENCE})$`);

/** Id of a package. */
export const packageId = id(
  "[a-z][a-z0-9_]*",
  "small letters, digits and `_`, a letter first",
  "Start with a small letter; use small letters, digits and `_`",
);

/** Id of an asset, a prefab or a scene. */
export const definitionId = id(
  NAME,
  "letters, digits and `_`, no digit first",
  "Start with a letter or `_`; use letters, digits and `_`",
);

/** Id of an entity among those beside it. */
export const entityId = id(
  "[A-Za-z_][A-Za-z0-9_\\-]*",
  "letters, digits, `_` and `-`, a letter or `_` first",
  "Start with a letter or `_`; use letters, digits, `_` and `-`",
);

/** Id of a behaviour, which stands where the path of a class can stand. */
export const behaviorId = id(
  "[A-Z][A-Za-z0-9_]*",
  "letters, digits and `_`, a capital letter first",
  "Start with a capital letter; use letters, digits and `_`",
);

/** Name of a parameter, as the code spells it or as scenes do. */
export const paramName: ValueType<string> = pattern(NAME, "a parameter's name", "", (text) => text);

/** Type of a parameter. */
export const paramType: ValueType<string> = pattern(
  "bool|int|float|string|vec2|vec3|vec4|quat|color|entity|mesh|material|texture|prefab|([a-z_][A-Za-z0-9_]*\\.)*[A-Z][A-Za-z0-9_]*",
  "`bool`, `int`, `float`, `string`, `vec2`, `vec3`, `vec4`, `quat`, `color`, `entity`, `mesh`, `material`, `texture`, `prefab` or the path of an enum",
  "",
  (text) => text,
);

/** Path of an entity inside another. */
export const entityPath: ValueType<string> = pattern(
  "[A-Za-z_][A-Za-z0-9_\\-]*(/[A-Za-z_][A-Za-z0-9_\\-]*)*",
  "ids of entities joined by `/`",
  "",
  (text) => text,
);

/** Path of a Haxe class. */
export const classPath: ValueType<string> = pattern(
  "([a-z_][A-Za-z0-9_]*\\.)*[A-Z][A-Za-z0-9_]*",
  "a class path like `pack.Class`",
  "",
  (text) => text,
);

/** Name of an asset of one kind, its package's own or qualified; becomes `package.Name` and is checked to exist. */
export function reference(kind: DefinitionKind): ValueType<string> {
  const expected = `a ${kind}'s id`;
  return {
    values: expected,
    xsd: { pattern: REFERENCE },
    fallback: "",
    parse(value, context) {
      if (!isReference(value.text)) {
        context.report("PK2006", value.span, { expected, found: value.text });
        return undefined;
      }
      const name = qualify(value.text, context.packageId);
      context.use({ kind, name, value });
      return name;
    },
    format: (name) => name,
  };
}

/** Whether `text` has the form of an asset's name. */
export function isReference(text: string): boolean {
  return WHOLE_REFERENCE.test(text);
}

/** `name` with its package: unqualified names mean the own package. */
export function qualify(name: string, ownPackage: string): string {
  return name.includes(".") ? name : `${ownPackage}.${name}`;
}

/** Path of a file below the package's folder that a `kind` can be made from. */
export function sourcePath(kind: string, extensions: readonly string[] = []): ValueType<string> {
  return {
    values:
      extensions.length === 0
        ? "path of a file"
        : `path of a ${extensions.map((extension) => `\`${extension}\``).join(", ")}`,
    xsd: { pattern: pathPattern(extensions) },
    fallback: "",
    parse(value, context) {
      checkPath(value, kind, extensions, context);
      const path = value.text;
      context.useFile({ package: context.packageId, path, value });
      return path;
    },
    format: (path) => path,
  };
}

/** Reports a path that leaves the folder of its package, or that a `kind` cannot be made from. */
export function checkPath(
  { text: path, span }: Value,
  kind: string,
  extensions: readonly string[],
  context: ValueContext,
): void {
  if (!isInside(path)) {
    const hint = "Give a path below the folder of package.xml, with `/`";
    context.report("PK2011", span, { path }, hint);
  }
  const isKnown =
    extensions.length === 0 ||
    extensions.some((extension) => path.toLowerCase().endsWith(extension));
  if (!isKnown) {
    const hint = `Known file types: ${extensions.join(", ")}`;
    context.report("PK2012", span, { path, kind }, hint);
  }
}

/** Whether a path has only plain steps, so that it cannot leave the folder. */
function isInside(path: string): boolean {
  return !path.includes("\\") && path.split("/").every((step) => !["", ".", ".."].includes(step));
}

/** The same as a pattern, for editors. */
function pathPattern(extensions: readonly string[]): string {
  const step = "([^./\\\\][^/\\\\]*|\\.[^./\\\\][^/\\\\]*|\\.\\.[^/\\\\]+)";
  const endings = extensions.map((extension) =>
    [...extension.slice(1)].map((letter) => `[${letter}${letter.toUpperCase()}]`).join(""),
  );
  if (extensions.length === 0) return `(${step}/)*${step}`;
  return `(${step}/)*[^/\\\\]*\\.(${endings.join("|")})`;
}

/** A wrong id is reported and still used, so that what names it is not reported too. */
function id(source: string, values: string, hint: string): ValueType<string> {
  const whole = new RegExp(`^(?:${source})$`);
  return {
    values,
    xsd: { pattern: source },
    fallback: "",
    parse(value, context) {
      if (!whole.test(value.text)) context.report("PK2010", value.span, { id: value.text }, hint);
      return value.text;
    },
    format: (name) => name,
  };
}
