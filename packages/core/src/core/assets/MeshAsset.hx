package core.assets;

/** "package.Name" of a mesh, empty for none. A parameter of this type names one that exists, or the build fails. **/
abstract MeshAsset(String) from String to String {}
