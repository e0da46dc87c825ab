/** Files as Blender, Maya, 3ds Max and MotionBuilder write them, where that differs from the plain form. */
import test from "ava";
import { readFbx } from "#asset_tools/fbx/read_fbx.ts";
import type { Model } from "#asset_tools/model/model.ts";
import { layerElement, meshRecords, type SceneObject, takeOf, ticks } from "./fbx_scene.ts";
import { double, floats, int, ints, record } from "./fbx_tree.ts";
import { worldCorners } from "./model_corners.ts";
import { METRES, modelOf } from "./sample_files.ts";

const round = (values: readonly number[]): number[] =>
  values.map((value) => Math.round(value * 1e4) / 1e4 + 0);
const TRIANGLE = meshRecords([0, 0, 0, 1, 0, 0, 0, 0, 1], [[0, 1, 2]]);

function readText(text: string): Model {
  const { value, diagnostics } = readFbx(Buffer.from(text.replaceAll("\n", "\r\n")), "m.fbx");
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return value;
}

test("Blender: z-up objects are turned and scaled by 100 in centimetres", (t) => {
  const model: SceneObject = {
    kind: "Model",
    name: "Cube",
    subtype: "Mesh",
    properties: { "Lcl Rotation": [-90.00000933466734, 0, 0], "Lcl Scaling": [100, 100, 100] },
  };
  const geometry: SceneObject = {
    kind: "Geometry",
    name: "Cube",
    subtype: "Mesh",
    children: [
      ...TRIANGLE,
      record("Edges", [ints([0, 1, 2])]),
      layerElement("Normal", "Normals", "NormalsIndex", {
        values: [0, -1, 0, 0, -1, 0, 0, -1, 0],
        mapping: "ByPolygonVertex",
      }),
      layerElement("Smoothing", "Smoothing", "", { values: [0, 0, 0], mapping: "ByEdge" }),
      layerElement("Material", "Materials", "", {
        values: [0],
        mapping: "AllSame",
        reference: "IndexToDirect",
      }),
      record(
        "Layer",
        [int(0)],
        [
          record(
            "LayerElement",
            [],
            [record("Type", ["LayerElementNormal"]), record("TypedIndex", [int(0)])],
          ),
        ],
      ),
    ],
  };
  const settings = {
    UpAxis: 1,
    UpAxisSign: 1,
    FrontAxis: 2,
    FrontAxisSign: 1,
    CoordAxis: 0,
    CoordAxisSign: 1,
    UnitScaleFactor: 1,
  };
  const read = modelOf({
    settings,
    objects: [geometry, model],
    links: [{ child: geometry, parent: model }, { child: model }],
  });
  t.deepEqual(worldCorners(read).map(round), [
    [0, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
  ]);
});

test("Blender: all keys of a curve share one attribute", (t) => {
  const target: SceneObject = { kind: "Model", name: "Armature", subtype: "Null" };
  const take = takeOf("Armature|Walk", 1, [
    { target, property: "Lcl Translation", axes: { X: [{ time: 0, value: 0 }] } },
  ]);
  const shared: SceneObject = {
    ...take.objects.at(-1)!,
    children: [
      record("Default", [double(0)]),
      record("KeyVer", [int(4008)]),
      record("KeyTime", [{ type: "l", values: [0, 0.5, 1].map(ticks) }]),
      record("KeyValueFloat", [floats([0, 1, 0])]),
      record("KeyAttrFlags", [ints([(1 << 2) | (1 << 8) | (1 << 13) | (1 << 14)])]),
      record("KeyAttrDataFloat", [floats([0, 0, 9.419963346924634e-30, 0])]),
      record("KeyAttrRefCount", [ints([3])]),
    ],
  };
  const objects = [target, ...take.objects.slice(0, -1), shared];
  const links = take.links.map((link) =>
    link.child === take.objects.at(-1) ? { ...link, child: shared } : link,
  );
  const [clip] = modelOf({
    settings: METRES,
    objects,
    links: [{ child: target }, ...links],
  }).animations;
  t.is(clip!.name, "Armature|Walk");
  t.deepEqual([...clip!.channels[0]!.values], [0, 0, 0, 1, 0, 0, 0, 0, 0]);
});

test("Maya: joints turn by their orient, and times may be in the old section", (t) => {
  const model = readText(`; FBX 7.5.0 project file
; ----------------------------------------------------

FBXHeaderExtension:  {
	FBXHeaderVersion: 1003
	FBXVersion: 7500
	CreationTimeStamp:  {
		Version: 1000
	}
	Creator: "FBX SDK/FBX Plugins version 2019.0"
}
GlobalSettings:  {
	Version: 1000
	Properties70:  {
		P: "UpAxis", "int", "Integer", "",1
		P: "UnitScaleFactor", "double", "Number", "",1
	}
}
Documents:  {
	Count: 1
	Document: 1866183920, "", "Scene" {
		Properties70:  {
			P: "SourceObject", "object", "", ""
			P: "ActiveAnimStackName", "KString", "", "", "Take 001"
		}
		RootNode: 0
	}
}
References:  {
}
Definitions:  {
	Version: 100
	Count: 3
	ObjectType: "Model" {
		Count: 1
		PropertyTemplate: "FbxNode" {
			Properties70:  {
				P: "InheritType", "enum", "", "",0
				P: "RotationActive", "bool", "", "",0
				P: "Lcl Scaling", "Lcl Scaling", "", "A",1,1,1
			}
		}
	}
}
Objects:  {
	Model: 9223372036854775807, "Model::joint1", "LimbNode" {
		Version: 232
		Properties70:  {
			P: "RotationActive", "bool", "", "",1
			P: "InheritType", "enum", "", "",1
			P: "PreRotation", "Vector3D", "Vector", "",0,0,90
			P: "Lcl Translation", "Lcl Translation", "", "A",0,5,0
			P: "filmboxTypeID", "Short", "", "A+UH",5,5,5
		}
		Shading: Y
		Culling: "CullingOff"
	}
	AnimationStack: 2, "AnimStack::Take 001", "" {
	}
	AnimationLayer: 3, "AnimLayer::BaseLayer", "" {
	}
	AnimationCurveNode: 4, "AnimCurveNode::T", "" {
		Properties70:  {
			P: "d|X", "Number", "", "A",0
			P: "d|Y", "Number", "", "A",5
			P: "d|Z", "Number", "", "A",0
		}
	}
	AnimationCurve: 5, "AnimCurve::", "" {
		Default: 0
		KeyVer: 4009
		KeyTime: *2 {
			a: 0,46186158000
		} 
		KeyValueFloat: *2 {
			a: 0,10
		} 
		;KeyAttrFlags: Cubic|TangeantAuto|GenericTimeIndependent
		KeyAttrFlags: *1 {
			a: 4
		} 
		KeyAttrDataFloat: *4 {
			a: 0,0,218434821,0
		} 
		KeyAttrRefCount: *1 {
			a: 2
		} 
	}
}
Connections:  {
	
	;Model::joint1, Model::RootNode
	C: "OO",9223372036854775807,0
	
	;AnimLayer::BaseLayer, AnimStack::Take 001
	C: "OO",3,2
	C: "OO",4,3
	C: "OP",4,9223372036854775807, "Lcl Translation"
	C: "OP",5,4, "d|X"
	C: "PP",5, "d|X",4, "d|X"
}
;Takes section
Takes:  {
	Current: "Take 001"
	Take: "Take 001" {
		FileName: "Take_001.tak"
		LocalTime: 0,23093079000
		ReferenceTime: 0,23093079000
	}
}
`);
  t.deepEqual(
    round(model.nodes[0]!.transform.kind === "parts" ? model.nodes[0]!.transform.rotation : []),
    round([0, 0, Math.SQRT1_2, Math.SQRT1_2]),
  );
  const [channel] = model.animations[0]!.channels;
  t.deepEqual(round([...channel!.times]), [0, 0.5]);
  t.deepEqual(round([...channel!.values]), [0, 0.05, 0, 0.05, 0.05, 0]);
});

test("3ds Max: inches, z up, pivots of the mesh alone, smoothing groups", (t) => {
  const properties = {
    RotationActive: 1,
    PreRotation: [-90, 0, 0],
    GeometricTranslation: [0, 0, 1],
    "Lcl Translation": [0, 0, 10],
  };
  const model: SceneObject = { kind: "Model", name: "Box001", subtype: "Mesh", properties };
  const geometry: SceneObject = {
    kind: "Geometry",
    name: "",
    subtype: "Mesh",
    children: [
      ...TRIANGLE,
      layerElement("Smoothing", "Smoothing", "", { values: [8], mapping: "ByPolygon" }),
    ],
  };
  const settings = {
    UpAxis: 2,
    UpAxisSign: 1,
    FrontAxis: 1,
    FrontAxisSign: -1,
    CoordAxis: 0,
    CoordAxisSign: 1,
    UnitScaleFactor: 2.54,
  };
  const read = modelOf({
    settings,
    objects: [geometry, model],
    links: [{ child: model }, { child: geometry, parent: model }],
  });
  t.is(read.meshes[0]!.name, "Box001");
  const inches = worldCorners(read).map((corner) => round(corner.map((value) => value / 0.0254)));
  // The file's point 0 0 1 is turned to y, then z becomes up: 0 1 10 is 0 10 -1.
  t.deepEqual(inches[0], [0, 10, -1]);
  t.true(read.meshes[0]!.primitives[0]!.normals !== undefined);
});

test("MotionBuilder: namespaces, broken lines, settings among the objects", (t) => {
  const model = readText(`; FBX 6.1.0 project file
FBXHeaderExtension:  {
    FBXVersion: 6100
    OtherFlags:  {
        FlagPLE: 0
    }
}
Relations:  {
    Model: "Model::Actor:Hips", "Limb" {
    }
    Model: "Model::Producer Perspective", "Camera" {
    }
}
Objects:  {
    Model: "Model::Actor:Hips", "Limb" {
        Version: 232
        Properties60:  {
            Property: "RotationActive", "bool", "",1
            Property: "Lcl Translation", "Lcl Translation", "A+",100,0,0
            Property: "Lcl Rotation", "Lcl Rotation", "A+",0,0,0
            Property: "Lcl Scaling", "Lcl Scaling", "A+",1,1,1
        }
        MultiLayer: 0
        MultiTake: 1
        Hidden: "True"
        Shading: W
    }
    Model: "Model::Actor:Body", "Mesh" {
        Version: 232
        Vertices: 0,0,0,100,0,0
        ,0,100,0
        PolygonVertexIndex: 0,1,-3
        GeometryVersion: 124
        LayerElementNormal: 0 {
            Version: 101
            Name: ""
            MappingInformationType: "ByVertice"
            ReferenceInformationType: "Direct"
            Normals: 0,0,1
            ,0,0,1,0,0,1
        }
    }
    GlobalSettings:  {
        Version: 1000
        Properties60:  {
            Property: "UnitScaleFactor", "double", "",1
        }
    }
}
Connections:  {
    Connect: "OO", "Model::Actor:Hips", "Model::Scene"
    Connect: "OO", "Model::Actor:Body", "Model::Actor:Hips"
}
Takes:  {
    Current: "Take 001"
    Take: "Take 001" {
        LocalTime: 0,46186158000
        Model: "Model::Actor:Hips" {
            Version: 1.1
            Channel: "Transform" {
                Channel: "T" {
                    Channel: "X" {
                        Default: 100
                        KeyVer: 4005
                        KeyCount: 2
                        Key: 
                            0,100,U,a,n,
                            46186158000,200,L
                        Color: 1,0,0
                    }
                    Channel: "Y" {
                        Default: 0
                        Color: 0,1,0
                    }
                    LayerType: 1
                }
            }
        }
    }
}
Version5:  {
    Settings:  {
        FrameRate: "24"
    }
}
`);
  t.deepEqual(
    model.nodes.map(({ name, parent }) => [name, parent]),
    [
      ["Actor:Hips", -1],
      ["Actor:Body", 0],
    ],
  );
  t.deepEqual(worldCorners(model).map(round), [
    [1, 0, 0],
    [2, 0, 0],
    [1, 1, 0],
  ]);
  const [channel] = model.animations[0]!.channels;
  t.deepEqual([channel!.values[0], channel!.values.at(-3)], [1, 2]);
});

test("numbers that a C library could not print", (t) => {
  const model = readText(`; FBX 7.3.0 project file
FBXHeaderExtension:  {
	FBXVersion: 7300
}
Objects:  {
	Model: 1, "Model::a &quot;b&quot;", "Null" {
		Properties70:  {
			P: "Lcl Translation", "Lcl Translation", "", "A",-1.#IND,1e2,nan
		}
	}
}
`);
  t.is(model.nodes[0]!.name, 'a "b"');
  t.like(model.nodes[0]!.transform, { translation: [0, 1, 0] });
});
