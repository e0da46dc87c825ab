/**
 * Which closure body of a new version continues which one of the old. The compiler numbers the bodies of a function in
 * source order, so one that is written before the others renames those. Closures that live on must not run a body that
 * happens to have got their number.
 */
import type { FunctionMetadata } from "#compiler/bytecode/metadata.ts";

export interface ClosureMatch {
  /** Compiler's id -> id in the program, of bodies that have different ones. */
  readonly names: ReadonlyMap<string, string>;
  /** Ids in the program of bodies that nothing new continues: closures over them keep the code that they have. */
  readonly stale: readonly string[];
}

/** `f$1$0` is a body inside a body inside `f`; `f$value`, a function as a value, has one name for good. */
const NUMBERED = /(?:\$\d+)+$/;

/**
 * Matches the bodies of one library. `names` says what the program calls the old bodies; `fresh` gives an id that
 * the program never had: the compiler's own where it is one.
 */
export function matchClosures(
  before: readonly FunctionMetadata[],
  after: readonly FunctionMetadata[],
  names: ReadonlyMap<string, string>,
  fresh: (id: string) => string,
): ClosureMatch {
  const oldBodies = Map.groupBy(before.filter(isNumbered), enclosing);
  const newBodies = Map.groupBy(after.filter(isNumbered), enclosing);
  const result = { names: new Map<string, string>(), stale: [] as string[] };
  for (const outer of new Set([...oldBodies.keys(), ...newBodies.keys()])) {
    matchWithin(oldBodies.get(outer) ?? [], newBodies.get(outer) ?? [], names, fresh, result);
  }
  return result;
}

function isNumbered({ id, form }: FunctionMetadata): boolean {
  return form === "closure" && NUMBERED.test(id);
}

function enclosing({ id }: FunctionMetadata): string {
  return id.replace(NUMBERED, "");
}

/** As many bodies as before: each continues the one of its number. Else only those that have not changed are sure. */
function matchWithin(
  before: readonly FunctionMetadata[],
  after: readonly FunctionMetadata[],
  names: ReadonlyMap<string, string>,
  fresh: (id: string) => string,
  result: { readonly names: Map<string, string>; readonly stale: string[] },
): void {
  const old = new Map(before.map((body) => [body.id, body]));
  const hasSameIds = before.length === after.length && after.every(({ id }) => old.has(id));
  const continued = new Set<string>();
  for (const body of after) {
    const earlier = old.get(body.id);
    const goesOn =
      earlier !== undefined &&
      (hasSameIds ? canContinue(earlier, body) : earlier.bodyHash === body.bodyHash);
    if (goesOn) continued.add(body.id);
    const name = goesOn ? (names.get(body.id) ?? body.id) : fresh(body.id);
    if (name !== body.id) result.names.set(body.id, name);
  }
  for (const { id } of before) {
    if (!continued.has(id)) result.stale.push(names.get(id) ?? id);
  }
}

/** Can closures made with the old environment run the new body? */
function canContinue(before: FunctionMetadata, after: FunctionMetadata): boolean {
  return (
    before.params.length === after.params.length &&
    after.captures.every(({ name, kind }) =>
      before.captures.some((captured) => captured.name === name && captured.kind === kind),
    )
  );
}
