import { floatList, intList } from "./number_list.ts";

/** The lists of an OBJ file while they grow; `ObjFile` says what they hold. */
export class ObjLists {
  readonly positions = floatList();
  readonly colors = floatList();
  hasColors = false;
  readonly uvs = floatList();
  readonly normals = floatList();
  readonly corners = intList();
  readonly faces = intList();
}
