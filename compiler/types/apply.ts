/** Puts type arguments in the place of type parameters. */
import type { AnonType, ClassField, FunType, Type, TypeParameter } from "./type.ts";

export type Substitution = ReadonlyMap<TypeParameter, Type>;

const NOTHING: Substitution = new Map();

/** Pairs parameters with arguments; missing arguments leave their parameter as it is. */
export function substitution(
  params: readonly TypeParameter[],
  args: readonly Type[],
): Substitution {
  if (params.length === 0 || args.length === 0) return NOTHING;
  const pairs = new Map<TypeParameter, Type>();
  params.forEach((param, index) => {
    const arg = args[index];
    if (arg !== undefined) pairs.set(param, arg);
  });
  return pairs;
}

/** Both at once, the second for what the first does not know. */
export function mergeSubstitutions(first: Substitution, second: Substitution): Substitution {
  if (first.size === 0) return second;
  if (second.size === 0) return first;
  return new Map([...second, ...first]);
}

/** `type` with every parameter in `pairs` replaced; the same object where nothing changes. */
export function apply(type: Type, pairs: Substitution): Type {
  if (pairs.size === 0) return type;
  switch (type.kind) {
    case "Mono":
      return type.link === null ? type : apply(type.link, pairs);
    case "TypeParam":
      return pairs.get(type.param) ?? type;
    case "Inst":
    case "Enum":
    case "Abstract":
    case "Typedef": {
      const params = applyAll(type.params, pairs);
      return params === type.params ? type : { ...type, params };
    }
    case "Fun":
      return applyFun(type, pairs);
    case "Anon":
      return applyAnon(type, pairs);
    case "Dynamic":
      return type.param === null ? type : { kind: "Dynamic", param: apply(type.param, pairs) };
    case "Error":
      return type;
  }
}

/** The same array where nothing changes. */
export function applyAll(types: readonly Type[], pairs: Substitution): readonly Type[] {
  if (pairs.size === 0 || types.length === 0) return types;
  let changed = false;
  const result = types.map((type) => {
    const applied = apply(type, pairs);
    if (applied !== type) changed = true;
    return applied;
  });
  return changed ? result : types;
}

/** A structure's or a class's field with its type applied. */
export function applyField(field: ClassField, pairs: Substitution): ClassField {
  const type = apply(field.type, pairs);
  return type === field.type ? field : { ...field, type };
}

function applyFun(type: FunType, pairs: Substitution): FunType {
  return {
    kind: "Fun",
    args: type.args.map((arg) => ({ ...arg, type: apply(arg.type, pairs) })),
    result: apply(type.result, pairs),
  };
}

function applyAnon(type: AnonType, pairs: Substitution): AnonType {
  let changed = false;
  const fields = new Map<string, ClassField>();
  for (const [name, field] of type.fields) {
    const applied = applyField(field, pairs);
    if (applied !== field) changed = true;
    fields.set(name, applied);
  }
  return changed ? { kind: "Anon", fields } : type;
}
