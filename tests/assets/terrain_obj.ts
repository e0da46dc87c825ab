/** A rough square of `size` times `size` quads as OBJ, with uvs and one smoothing group. */
export function terrainObj(size: number): string {
  const lines: string[] = [];
  for (let y = 0; y <= size; y++) {
    for (let x = 0; x <= size; x++) {
      const height = ((x * 37 + y * 61) % 100) / 50_000;
      lines.push(`v ${(x / size).toFixed(6)} ${height.toFixed(6)} ${(y / size).toFixed(6)}`);
      lines.push(`vt ${(x / size).toFixed(6)} ${(y / size).toFixed(6)}`);
    }
  }
  lines.push("s 1");
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const a = y * (size + 1) + x + 1;
      const c = a + size + 1;
      lines.push(`f ${a}/${a} ${c}/${c} ${c + 1}/${c + 1} ${a + 1}/${a + 1}`);
    }
  }
  return lines.join("\n");
}
