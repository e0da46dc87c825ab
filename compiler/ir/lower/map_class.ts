/** Which class of `haxe.ds` a `new Map<K, V>()` makes: the one for its keys. */
import { follow, innerOfNull, underlyingOf } from "#compiler/types/follow.ts";
import type { Type } from "#compiler/types/type.ts";

export const MAP = "haxe.ds.Map";
const ENUM_MAP = "haxe.ds.EnumValueMap";

/** The class whose constructor a map class has: only the one for enum values has its own. */
export function mapConstructor(path: string): string {
  return path === ENUM_MAP ? ENUM_MAP : MAP;
}

/** The path of the class. A map whose keys can be anything is a `Map` itself. */
export function mapClass(key: Type): string {
  const followed = follow(key);
  const inner = innerOfNull(followed);
  if (inner !== null) return mapClass(inner);
  switch (followed.kind) {
    case "Inst":
      return followed.class.path === "String" ? "haxe.ds.StringMap" : "haxe.ds.ObjectMap";
    case "Enum":
      return ENUM_MAP;
    case "Anon":
    case "Fun":
      return "haxe.ds.ObjectMap";
    case "Abstract":
      if (followed.abstract.path === "Int") return "haxe.ds.IntMap";
      if (followed.abstract.path === "EnumValue") return ENUM_MAP;
      return followed.abstract.isCoreType ? MAP : mapClass(underlyingOf(followed));
    case "TypeParam":
      return followed.param.constraints.map(mapClass).find((path) => path !== MAP) ?? MAP;
    default:
      return MAP;
  }
}
