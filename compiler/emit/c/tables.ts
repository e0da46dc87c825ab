/** Constant tables and the members of records that point to them. */

/** A table without rows is none: C has no empty arrays. */
export function table(type: string, name: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [`static ${type} ${name}[] = {${rows.join(", ")}};`];
}

export function counted(
  member: string,
  countMember: string,
  name: string,
  count: number,
): string[] {
  return count === 0 ? [] : [`.${member} = ${name}`, `.${countMember} = ${count}`];
}
