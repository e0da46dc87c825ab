"""`package_targets`: one target an asset, prefab and scene of a package, from what discovery found in its package.xml."""

load(":asset.bzl", "animation", "audio", "data_asset", "material", "mesh", "prefab", "scene", "shader", "texture")
load(":behaviors.bzl", "behaviors")
load(":package_link.bzl", "package_link")
load(":package_split.bzl", "package_split")

_MODEL_RULES = {"animation": animation, "mesh": mesh}
_SOURCE_RULES = {"audio": audio, "data": data_asset}

def package_targets(packages, name, code, visibility):
    """Declares a package's targets: each asset, prefab and scene under its id, and the linked package as `name`.

    Args:
      packages: all discovered packages by their folder: dicts as asset_tools/package_xml/discover.ts prints them.
      name: name of the linked package.
      code: libraries with the behaviours that its scenes name.
      visibility: who may use the targets.
    """
    folder = native.package_name()
    if folder not in packages:
        fail("game_package {}: no package.xml was found in {}; discovery looks in {}".format(
            name,
            folder,
            ", ".join(sorted(packages.keys())) or "no folder",
        ))
    package = packages[folder]
    by_id = {found["id"]: path for path, found in packages.items()}
    split = name + ".split"
    missing = _missing_files(_named_files(packages, package))
    package_split(
        name = split,
        manifest = "package.xml",
        has_behaviors = bool(package["behaviors"]),
        missing = missing,
        naming = _naming(packages, package["id"], missing),
        beside = native.glob(["**"], allow_empty = True) if missing else [],
        ids = [definition["id"] for definition in _definitions(package)],
        deps = [_target(by_id, dep["id"], "{}.split") for dep in package["dependencies"]],
        visibility = visibility,
    )
    native.exports_files([path for path in _included_files(packages, package["id"]) if path not in missing])
    for asset in package["assets"]:
        if asset["kind"] == "material":
            material(
                name = asset["id"],
                definition = split,
                shader = _named_by(by_id, asset, "shader"),
                base = _named_by(by_id, asset, "material"),
                visibility = visibility,
            )
        elif asset["kind"] == "shader":
            shader(
                name = asset["id"],
                definition = split,
                src = asset["sources"][0],
                includes = _includes_of(by_id, asset),
                visibility = visibility,
            )
        elif asset["kind"] == "texture":
            texture(
                name = asset["id"],
                definition = split,
                srcs = asset["sources"],
                visibility = visibility,
            )
        elif asset["kind"] in _MODEL_RULES:
            _MODEL_RULES[asset["kind"]](
                name = asset["id"],
                data = asset["sources"][1:],
                definition = split,
                src = asset["sources"][0],
                visibility = visibility,
            )
        else:
            _SOURCE_RULES[asset["kind"]](
                name = asset["id"],
                definition = split,
                src = asset["sources"][0],
                visibility = visibility,
            )
    for rule, definitions in [(prefab, package["prefabs"]), (scene, package["scenes"])]:
        for definition in definitions:
            rule(
                name = definition["id"],
                definition = split,
                code = code,
                prefabs = [_asset_target(by_id, name) for name in _names(definition, "prefab")],
                visibility = visibility,
            )
    if package["behaviors"]:
        behaviors(
            name = name + ".behaviors",
            code = code,
            definition = split,
            visibility = visibility,
        )
    package_link(
        name = name,
        behaviors = name + ".behaviors" if package["behaviors"] else None,
        package_id = package["id"],
        definition = split,
        assets = [definition["id"] for definition in _definitions(package)],
        deps = [_target(by_id, dep["id"], "{}") for dep in package["dependencies"]],
        visibility = visibility,
    )

def _target(by_id, id, pattern):
    """The target of another package, which by convention is named like its folder."""
    path = by_id[id]
    return "//{}:{}".format(path, pattern.format(path.split("/")[-1]))

def _definitions(package):
    return package["assets"] + package["prefabs"] + package["scenes"]

def _named_by(by_id, asset, kind):
    """The target of the first asset of a kind that an asset names; None where there is none."""
    names = _names(asset, kind)
    return _asset_target(by_id, names[0]) if names else None

def _names(definition, kind):
    """Qualified names of what a definition refers to, of one kind."""
    return [reference["name"] for reference in definition["references"] if reference["kind"] == kind]

def _asset_target(by_id, name):
    package, id = name.rsplit(".", 1)
    return "//{}:{}".format(by_id[package], id)

def _named_files(packages, package):
    """Files of the package that it names, or that shaders of others include."""
    sources = [source for asset in package["assets"] for source in asset["sources"]]
    return {path: None for path in sources + _included_files(packages, package["id"])}.keys()

def _naming(packages, id, missing):
    """The package.xml of each package whose shaders include any of the missing files of package `id`."""
    names = ["{}:{}".format(id, path) for path in missing]
    return [
        "//{}:package.xml".format(path)
        for path, package in packages.items()
        if any([name in asset["includes"] for asset in package["assets"] for name in names])
    ]

def _missing_files(paths):
    """Those of `paths` that are neither sources nor made by a target above."""
    sources = {path: None for path in native.glob(paths, allow_empty = True)} if paths else {}
    absent = [path for path in paths if path not in sources]
    if not absent:
        return []
    made = {}
    for target in native.existing_rules().values():
        for attribute in ["out", "outs"]:
            for label in _list(target.get(attribute)):
                made[label.split(":")[-1]] = None
    return [path for path in absent if path not in made]

def _list(value):
    return [value] if type(value) == "string" else (value or [])

def _includes_of(by_id, asset):
    """Labels of the files that a shader may include, with their names."""
    includes = {}
    for name in asset["includes"]:
        package, path = name.split(":", 1)
        includes["//{}:{}".format(by_id[package], path)] = name
    return includes

def _included_files(packages, id):
    """Files of package `id` that any shader may include."""
    prefix = id + ":"
    return sorted({
        name.removeprefix(prefix): None
        for package in packages.values()
        for asset in package["assets"]
        for name in asset["includes"]
        if name.startswith(prefix)
    }.keys())
