/** The first function of a name keeps it; code cannot write the names of the others, generated code can. */
export function overloadName(name: string, index: number): string {
  return index === 0 ? name : `${name}$${index}`;
}

/** The name as written. */
export function writtenName(name: string): string {
  const end = name.indexOf("$", 1);
  return end < 0 ? name : name.slice(0, end);
}
