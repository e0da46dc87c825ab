"""The repository that knows all packages of the workspace."""

_DEFS = """\
\"\"\"The packages that were found in this workspace.\"\"\"

load("{targets}", "package_targets")

PACKAGES = {packages}

def game_package(name, code = [], visibility = ["//visibility:public"]):
    \"\"\"Declares the targets of the package.xml in this folder: one an asset and scene, and the linked package.

    Args:
      name: name of the linked package; it must be that of the folder.
      code: libraries with the behaviours that its scenes name.
      visibility: who may use the targets.
    \"\"\"
    package_targets(PACKAGES, name, code, visibility)
"""

# The reader's sources: asset_tools/package_xml and what it imports.
_READER_FOLDERS = [
    "document",
    "fpkg",
    "fpkg/format",
    "math",
    "package_xml",
    "package_xml/schema",
]

_LIBRARIES = {
    "saxes": "@npm_saxes_6.0.0//:package.tgz",
    "xmlchars": "@npm_xmlchars_2.2.0//:package.tgz",
}

_HOSTS = {
    "linux amd64": "linux_x64",
    "linux aarch64": "linux_arm64",
    "mac os x x86_64": "darwin_x64",
    "mac os x aarch64": "darwin_arm64",
    "windows 10 amd64": "windows_x64",
    "windows 11 amd64": "windows_x64",
}

def _packages_repository_impl(rctx):
    manifests = [
        manifest
        for folder in _folders(rctx)
        for manifest in [rctx.workspace_root.get_child(*folder.split("/")).get_child("package.xml")]
        if manifest.exists
    ]
    for manifest in manifests:
        rctx.watch(manifest)
    found = json.decode(_discover(rctx, manifests)) if manifests else {"packages": []}
    packages = {package["file"].removesuffix("/package.xml"): package for package in found["packages"]}
    rctx.file("BUILD.bazel", "")
    rctx.file("defs.bzl", _DEFS.format(
        targets = Label("//rules/private:package_targets.bzl"),
        packages = json.encode_indent(packages).replace("\t", "    "),
    ))

packages_repository = repository_rule(
    implementation = _packages_repository_impl,
    attrs = {"folders": attr.string_list()},
    doc = "Holds the macro `game_package`, which knows every package.xml of the workspace.",
)

def _folders(rctx):
    folders = []
    for pattern in rctx.attr.folders:
        if pattern.endswith("/*"):
            parent = rctx.workspace_root.get_child(*pattern[:-2].split("/"))
            children = sorted([child.basename for child in parent.readdir(watch = "yes")]) if parent.exists else []
            folders += ["{}/{}".format(pattern[:-2], child) for child in children]
        else:
            folders.append(pattern)
    return folders

def _discover(rctx, manifests):
    """Runs the reader from a copy of its sources, beside the libraries that it imports."""
    node = _node(rctx)
    asset_tools = rctx.path(Label("//asset_tools:BUILD.bazel")).dirname
    for folder in _READER_FOLDERS:
        for source in asset_tools.get_child(*folder.split("/")).readdir(watch = "no"):
            if source.basename.endswith(".ts"):
                rctx.file("reader/{}/{}".format(folder, source.basename), rctx.read(source))
    for library, tarball in _LIBRARIES.items():
        rctx.extract(Label(tarball), output = "reader/node_modules/" + library, stripPrefix = "package")
    rctx.file("reader/package.json", '{"type": "module"}')
    prefix = str(rctx.workspace_root) + "/"
    result = rctx.execute(
        [node, rctx.path("reader/package_xml/discover.ts")] +
        [str(manifest).removeprefix(prefix) for manifest in manifests],
        working_directory = str(rctx.workspace_root),
    )
    if result.return_code != 0:
        fail("\n" + result.stderr)
    if result.stderr:
        # buildifier: disable=print
        print("\n" + result.stderr)
    return result.stdout

def _node(rctx):
    host = "{} {}".format(rctx.os.name, rctx.os.arch)
    if host not in _HOSTS:
        fail("packages: no Node is pinned for {}; hosts are {}".format(host, ", ".join(_HOSTS.keys())))
    platform = _HOSTS[host]
    binary = "bin/node.exe" if platform.startswith("windows") else "bin/node"
    return rctx.path(Label("@node_{}//:{}".format(platform, binary)))
