/**
 * Which modules a file may refer to: every name that looks like a type, read as Haxe would from the file's package
 * outwards. More candidates than there are files; those without a file are no harm.
 */
import type { ImportDecl, Module } from "#compiler/syntax/ast.ts";

/**
 * Dotted module paths, in order of first mention. Where the modules that it imports as a whole are given, their types hide
 * modules of the same names, as its own do.
 */
export function referencedModules(module: Module, imported: readonly Module[] = []): string[] {
  const search = new Search(module, imported);
  for (const declaration of module.imports) search.addImport(declaration);
  search.visit(module.declarations);
  return [...search.found];
}

/** The modules whose types an `import` or `using` without `*` or another name brings: `pack.Name`. */
export function importedModules({ imports }: Module): string[] {
  return imports.flatMap(({ path, isWildcard, alias }) => {
    const names = path.map((part) => part.name);
    const isWhole =
      !isWildcard && alias === null && names.findIndex(isTypeName) === names.length - 1;
    return isWhole ? [names.join(".")] : [];
  });
}

type Node = Readonly<Record<string, unknown>>;

class Search {
  readonly found = new Set<string>();
  /** Packages whose modules need no prefix: the file's own, its parents, and imported ones. */
  readonly #packages: string[] = [];
  /** Types that the module and those it imports declare hide the modules of their names. */
  readonly #hidden: ReadonlySet<string>;

  constructor(module: Module, imported: readonly Module[]) {
    this.#hidden = new Set([module, ...imported].flatMap(declaredTypes));
    const path = module.package?.path ?? [];
    for (let length = path.length; length >= 0; length--) {
      this.#packages.push(path.slice(0, length).join("."));
    }
  }

  addImport({ path, isWildcard }: ImportDecl): void {
    const names = path.map((part) => part.name);
    if (isWildcard && !names.some(isTypeName)) this.#packages.push(names.join("."));
    else this.#addImported(names);
  }

  visit(value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) this.visit(item);
    } else if (typeof value === "object" && value !== null) {
      this.#visitNode(value as Node);
    }
  }

  #visitNode(node: Node): void {
    if (node["kind"] === "Ident") this.#addName(node["name"] as string);
    if (node["kind"] === "Field") this.#addFieldChain(node);
    if (isTypePath(node)) this.#addTypePath(node);
    for (const [key, child] of Object.entries(node)) {
      if (key !== "span") this.visit(child);
    }
  }

  /** `package` and `name` with `sub`: the shape of a TypePath and of nothing else. */
  #addTypePath(node: TypePathNode): void {
    if (node.package.length === 0) this.#addName(node.name.name);
    else this.#addQualified([...node.package, node.name.name]);
  }

  #addFieldChain(node: Node): void {
    const names = chainOf(node);
    if (names !== null) this.#addQualified(names);
  }

  /** Paths of imports are whole. */
  #addImported(names: readonly string[]): void {
    const end = names.findIndex(isTypeName);
    if (end >= 0) this.found.add(names.slice(0, end + 1).join("."));
  }

  /** `a.b.C.d`: the module ends with the first name of a type. */
  #addQualified(names: readonly string[]): void {
    const end = names.findIndex(isTypeName);
    if (end === 0) this.#addName(names[0] ?? "");
    else this.#addImported(names);
  }

  #addName(name: string): void {
    if (!isTypeName(name) || this.#hidden.has(name)) return;
    for (const prefix of this.#packages) this.found.add(prefix === "" ? name : `${prefix}.${name}`);
  }
}

function declaredTypes({ declarations }: Module): string[] {
  return declarations.flatMap((one) => (one.kind === "ModuleField" ? [] : [one.name.name]));
}

interface TypePathNode {
  readonly package: readonly string[];
  readonly name: { readonly name: string };
}

function isTypePath(node: Node): node is Node & TypePathNode {
  return Array.isArray(node["package"]) && "sub" in node;
}

/** The names of `a.b.C` outermost last; null where something else is inside. */
function chainOf(node: Node): string[] | null {
  if (node["kind"] === "Ident") return [node["name"] as string];
  if (node["kind"] !== "Field") return null;
  const object = chainOf(node["object"] as Node);
  const name = (node["name"] as { readonly name?: string } | undefined)?.name;
  return object === null || name === undefined ? null : [...object, name];
}

function isTypeName(name: string): boolean {
  return /^_*[A-Z]/.test(name);
}
