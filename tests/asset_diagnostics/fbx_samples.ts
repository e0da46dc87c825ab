import { assetSample, type Sample, type Samples } from "./sample.ts";

const fbx = (text: string): Sample => assetSample("mesh", "rotor.fbx", text);

interface Parts {
  readonly version?: number;
  /** Numbers of `Vertices`, of which there should be nine. */
  readonly points?: string;
  readonly corners?: string;
  readonly more?: string;
}

function text({
  version = 7300,
  points = "0,0,0,1,0,0,0,1,0",
  corners = "0,1,-3",
  more = "",
}: Parts): string {
  return `; FBX 7.3.0 project file
FBXHeaderExtension:  {
    FBXVersion: ${version}
}
Objects:  {
    Geometry: 1, "Geometry::Blade", "Mesh" {
        Vertices: *9 {
            a: ${points}
        }
        PolygonVertexIndex: *3 {
            a: ${corners}
        }${more}
    }
    Model: 2, "Model::Rotor", "Mesh" {
    }
}
Connections:  {
    C: "OO",1,2
    C: "OO",2,0
}
`;
}

/** One, where each of three corners needs its own. */
const NORMALS = `
        LayerElementNormal: 0 {
            MappingInformationType: "ByPolygonVertex"
            ReferenceInformationType: "Direct"
            Normals: *3 {
                a: 0,0,1
            }
        }`;

export const fbxSamples: Samples = {
  AS2601: fbx("# Wavefront OBJ\nv 0 0 0\n"),
  AS2602: fbx(text({ version: 5800 })),
  AS2603: fbx(text({ points: "0,0,0,1,0,0,0,1" })),
  AS2604: fbx(text({ corners: "0,1,-5" })),
  AS2605: fbx(text({ more: NORMALS })),
};
