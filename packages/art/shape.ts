/** Shapes put together from quads, printed as Wavefront OBJ. Units are metres, y is up, faces wind counter-clockwise. */

export type Point = readonly [x: number, y: number, z: number];

/** A vertex of a face: where it is, which way it faces, where its texture is. */
export interface Corner {
  readonly position: Point;
  readonly normal: Point;
  readonly uv: readonly [u: number, v: number];
}

export type Face = readonly Corner[];

/** A box of `size` around `center`; the texture covers each side once. */
export function box(center: Point, size: Point): Face[] {
  const axes: readonly (readonly [Point, Point, Point])[] = [
    [
      [1, 0, 0],
      [0, 0, -1],
      [0, 1, 0],
    ],
    [
      [-1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ],
    [
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, -1],
    ],
    [
      [0, -1, 0],
      [1, 0, 0],
      [0, 0, 1],
    ],
    [
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ],
    [
      [0, 0, -1],
      [-1, 0, 0],
      [0, 1, 0],
    ],
  ];
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  return axes.map(([normal, right, up]) =>
    corners.map(([u, v]) => {
      const along = (axis: 0 | 1 | 2): number =>
        center[axis] + (size[axis] / 2) * (normal[axis] + right[axis] * u + up[axis] * v);
      return {
        position: [along(0), along(1), along(2)],
        normal,
        uv: [(u + 1) / 2, (v + 1) / 2],
      };
    }),
  );
}

/** A square of side 1 in the x-z plane, facing up. */
export function plane(): Face[] {
  const corners = [
    [-0.5, 0.5],
    [0.5, 0.5],
    [0.5, -0.5],
    [-0.5, -0.5],
  ] as const;
  return [
    corners.map(([x, z]) => ({ position: [x, 0, z], normal: [0, 1, 0], uv: [x + 0.5, 0.5 - z] })),
  ];
}

/** A ball of radius 1 in `rings` bands of `segments` faces. */
export function sphere(rings: number, segments: number): Face[] {
  const corner = (ring: number, segment: number): Corner => {
    const polar = (Math.PI * ring) / rings;
    const around = (2 * Math.PI * segment) / segments;
    const point: Point = [
      Math.sin(polar) * Math.sin(around),
      Math.cos(polar),
      Math.sin(polar) * Math.cos(around),
    ];
    return { position: point, normal: point, uv: [segment / segments, 1 - ring / rings] };
  };
  const faces: Face[] = [];
  for (let ring = 0; ring < rings; ring++) {
    for (let segment = 0; segment < segments; segment++) {
      const quad = [
        corner(ring, segment),
        corner(ring + 1, segment),
        corner(ring + 1, segment + 1),
        corner(ring, segment + 1),
      ];
      if (ring === 0) quad.splice(3, 1);
      else if (ring === rings - 1) quad.splice(2, 1);
      faces.push(quad);
    }
  }
  return faces;
}

/** A flat upright drum around `center`. */
export function drum(center: Point, radius: number, height: number, segments: number): Face[] {
  const rim = (segment: number, y: number): Point => {
    const angle = (2 * Math.PI * segment) / segments;
    return [
      center[0] + radius * Math.sin(angle),
      center[1] + y,
      center[2] + radius * Math.cos(angle),
    ];
  };
  const lid = (y: number, normal: Point, order: readonly number[]): Face =>
    order.map((segment) => {
      const position = rim(segment, y);
      return {
        position,
        normal,
        uv: [
          0.5 + (position[0] - center[0]) / radius / 2,
          0.5 + (position[2] - center[2]) / radius / 2,
        ],
      };
    });
  const order = Array.from({ length: segments }, (_, segment) => segment);
  const sides = order.map((segment): Face => {
    const angle = (2 * Math.PI * (segment + 0.5)) / segments;
    const normal: Point = [Math.sin(angle), 0, Math.cos(angle)];
    const [u0, u1] = [segment / segments, (segment + 1) / segments];
    return [
      { position: rim(segment, -height / 2), normal, uv: [u0, 0] },
      { position: rim(segment + 1, -height / 2), normal, uv: [u1, 0] },
      { position: rim(segment + 1, height / 2), normal, uv: [u1, 1] },
      { position: rim(segment, height / 2), normal, uv: [u0, 1] },
    ];
  });
  return [
    ...sides,
    lid(height / 2, [0, 1, 0], order),
    lid(-height / 2, [0, -1, 0], order.toReversed()),
  ];
}

/** The OBJ text of the faces; equal corners' values are written once. */
export function printObj(title: string, faces: readonly Face[]): string {
  const positions = new Lines("v");
  const uvs = new Lines("vt");
  const normals = new Lines("vn");
  const rows = faces.map((face) => {
    const corners = face.map(
      (corner) =>
        `${positions.indexOf(corner.position)}/${uvs.indexOf(corner.uv)}/${normals.indexOf(corner.normal)}`,
    );
    return `f ${corners.join(" ")}`;
  });
  return `# ${title}\n${[...positions.rows, ...uvs.rows, ...normals.rows, ...rows].join("\n")}\n`;
}

/** One kind of OBJ line, numbered from 1. */
class Lines {
  readonly rows: string[] = [];
  readonly #indices = new Map<string, number>();
  readonly #keyword: string;

  constructor(keyword: string) {
    this.#keyword = keyword;
  }

  indexOf(values: readonly number[]): number {
    const row = `${this.#keyword} ${values.map(print).join(" ")}`;
    const known = this.#indices.get(row);
    if (known !== undefined) return known;
    this.#indices.set(row, this.rows.push(row));
    return this.rows.length;
  }
}

/** Six digits, so that sines that differ in their last bits from engine to engine print alike. */
function print(value: number): string {
  const text = value.toFixed(6);
  return Number(text) === 0 ? "0" : String(Number(text));
}
