/** Shapes printed as ASCII FBX 7.4, in centimetres with y up, as modelling programs write them. */
import type { Face } from "./shape.ts";

/** The file with one mesh of that name. */
export function printFbx(name: string, faces: readonly Face[]): string {
  const corners = faces.flat();
  // The last corner of a polygon is the complement of its index.
  let next = 0;
  const indices = faces.flatMap((face) =>
    face.map((_, at) => (at === face.length - 1 ? ~next++ : next++)),
  );
  const centimetres = corners.flatMap(({ position }) => position.map((value) => value * 100));
  return `; FBX 7.4.0 project file
FBXHeaderExtension:  {
\tFBXHeaderVersion: 1003
\tFBXVersion: 7400
\tCreator: "packages/art"
}
GlobalSettings:  {
\tVersion: 1000
\tProperties70:  {
\t\tP: "UpAxis", "int", "Integer", "",1
\t\tP: "UpAxisSign", "int", "Integer", "",1
\t\tP: "FrontAxis", "int", "Integer", "",2
\t\tP: "FrontAxisSign", "int", "Integer", "",1
\t\tP: "CoordAxis", "int", "Integer", "",0
\t\tP: "CoordAxisSign", "int", "Integer", "",1
\t\tP: "UnitScaleFactor", "double", "Number", "",1
\t}
}
Objects:  {
\tGeometry: 1001, "Geometry::${name}", "Mesh" {
${list("Vertices", centimetres)}
${list("PolygonVertexIndex", indices)}
\t\tGeometryVersion: 124
\t\tLayerElementNormal: 0 {
\t\t\tVersion: 101
\t\t\tName: ""
\t\t\tMappingInformationType: "ByPolygonVertex"
\t\t\tReferenceInformationType: "Direct"
${list(
  "Normals",
  corners.flatMap(({ normal }) => normal),
)}
\t\t}
\t\tLayerElementUV: 0 {
\t\t\tVersion: 101
\t\t\tName: "map1"
\t\t\tMappingInformationType: "ByPolygonVertex"
\t\t\tReferenceInformationType: "Direct"
${list(
  "UV",
  corners.flatMap(({ uv }) => uv),
)}
\t\t}
\t\tLayer: 0 {
\t\t\tVersion: 100
\t\t\tLayerElement:  {
\t\t\t\tType: "LayerElementNormal"
\t\t\t\tTypedIndex: 0
\t\t\t}
\t\t\tLayerElement:  {
\t\t\t\tType: "LayerElementUV"
\t\t\t\tTypedIndex: 0
\t\t\t}
\t\t}
\t}
\tModel: 1002, "Model::${name}", "Mesh" {
\t\tVersion: 232
\t}
}
Connections:  {
\tC: "OO",1002,0
\tC: "OO",1001,1002
}
`;
}

function list(name: string, values: readonly number[]): string {
  const numbers = values.map((value) => Number(value.toFixed(4)) || 0).join(",");
  return `\t\t${name}: *${values.length} {\n\t\t\ta: ${numbers}\n\t\t}`;
}
