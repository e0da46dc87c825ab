/** What other languages call what Haxe has under another name. */

const names: Readonly<Record<string, string>> = {
  nil: "null",
  NULL: "null",
  None: "null",
  nullptr: "null",
  undefined: "null",
  self: "this",
  me: "this",
  True: "true",
  TRUE: "true",
  False: "false",
  FALSE: "false",
  print: "trace",
  println: "trace",
  printf: "trace",
  console: "trace",
  log: "trace",
  not: "!",
  len: "length",
  parseInt: "Std.parseInt",
  parseFloat: "Std.parseFloat",
  isNaN: "Math.isNaN",
  typeof: "Type.typeof",
};

const types: Readonly<Record<string, string>> = {
  int: "Int",
  Integer: "Int",
  long: "haxe.Int64",
  uint: "UInt",
  float: "Float",
  double: "Float",
  Double: "Float",
  number: "Float",
  Number: "Float",
  bool: "Bool",
  boolean: "Bool",
  Boolean: "Bool",
  string: "String",
  str: "String",
  char: "String",
  void: "Void",
  any: "Dynamic",
  object: "Dynamic",
  Object: "Dynamic",
  array: "Array",
  Vec: "Array",
  Dictionary: "Map",
  HashMap: "Map",
  dict: "Map",
  map: "Map",
  Optional: "Null",
  Maybe: "Null",
  Exception: "haxe.Exception",
  Error: "haxe.Exception",
};

const members: Readonly<Record<string, string>> = {
  len: "length",
  size: "length",
  count: "length",
  append: "push",
  add: "push",
  includes: "contains",
  has: "exists",
  containsKey: "exists",
  delete: "remove",
  toUpper: "toUpperCase",
  toLower: "toLowerCase",
  substr: "substring",
  slice: "substring",
  charAtCode: "charCodeAt",
  find: "indexOf",
  reduce: "fold",
};

/** The hint for a member of another language's types, where the type has what it stands for; else null. */
export function foreignMember(name: string, present: readonly string[]): string | null {
  const meant = Object.hasOwn(members, name) ? members[name] : undefined;
  return meant !== undefined && present.includes(meant) ? `Use \`${meant}\`` : null;
}

/** The hint for a name of another language, or null. */
export function foreignName(name: string): string | null {
  return hintOf(names, name);
}

/** The hint for a type of another language, or null. */
export function foreignType(name: string): string | null {
  return hintOf(types, name);
}

function hintOf(table: Readonly<Record<string, string>>, name: string): string | null {
  return Object.hasOwn(table, name) ? `Use \`${table[name]}\`` : null;
}
