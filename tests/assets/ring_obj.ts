/** A bumpy ring of `size` times `size` quads as OBJ; its uvs have a seam, its normals are smooth. */
export function ringObj(size: number, material = ""): string {
  const lines: string[] = [];
  const point = (column: number, row: number): [number, number, number] => {
    const a = (column / size) * 2 * Math.PI;
    const b = (row / size) * 2 * Math.PI;
    const radius = 2 + (0.7 + 0.05 * Math.sin(5 * a) * Math.sin(3 * b)) * Math.cos(b);
    return [radius * Math.cos(a), 0.7 * Math.sin(b), -radius * Math.sin(a)];
  };
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++)
      lines.push(
        `v ${point(column, row)
          .map((value) => value.toFixed(6))
          .join(" ")}`,
      );
  }
  for (let row = 0; row <= size; row++) {
    for (let column = 0; column <= size; column++)
      lines.push(`vt ${(column / size).toFixed(6)} ${(row / size).toFixed(6)}`);
  }
  lines.push("s 1");
  if (material !== "") lines.push(`usemtl ${material}`);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const corner = (x: number, y: number): string =>
        `${(y % size) * size + (x % size) + 1}/${y * (size + 1) + x + 1}`;
      const quad = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
      ];
      lines.push(`f ${quad.join(" ")}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
