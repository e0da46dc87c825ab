"""The module extension behind the Node toolchains.

One repository a platform holds the binary and one hub declares the toolchains, so only the platform that a build
resolves to is fetched.
"""

load("//toolchains:platforms.bzl", "PLATFORMS")
load("//toolchains/npm:registry.bzl", "tarball_url")
load(":versions.bzl", "COMPARED_NODE_PACKAGES", "NODE_PACKAGES")

_BINARIES = NODE_PACKAGES | COMPARED_NODE_PACKAGES

_BINARY_BUILD = """\
load("{rule}", "node_toolchain")

exports_files(["{binary}"])

node_toolchain(
    name = "toolchain",
    node = "{binary}",
    visibility = ["//visibility:public"],
)
"""

def _node_binary_impl(rctx):
    pinned = _BINARIES[rctx.attr.binary]
    rctx.download_and_extract(
        url = tarball_url(rctx, pinned.package, pinned.version),
        integrity = pinned.integrity,
        stripPrefix = "package",
    )
    rctx.file("BUILD.bazel", _BINARY_BUILD.format(
        rule = Label("//toolchains/node:toolchain.bzl"),
        binary = pinned.binary,
    ))

_node_binary = repository_rule(
    implementation = _node_binary_impl,
    attrs = {"binary": attr.string(mandatory = True, values = _BINARIES.keys())},
    doc = "One binary of Node.",
)

_HUB_TOOLCHAIN = """\
toolchain(
    name = "{platform}_{kind}",
    {constrained} = {constraints},
    toolchain = "@node_{platform}//:toolchain",
    toolchain_type = "{type}",
)
"""

def _node_toolchains_impl(rctx):
    declarations = [
        _HUB_TOOLCHAIN.format(
            platform = platform,
            kind = kind,
            constrained = constrained,
            constraints = [str(Label(constraint)) for constraint in PLATFORMS[platform].constraints],
            type = type,
        )
        for platform in NODE_PACKAGES
        for kind, constrained, type in [
            ("tool", "exec_compatible_with", Label("//toolchains/node:toolchain_type")),
            ("runtime", "target_compatible_with", Label("//toolchains/node:runtime_toolchain_type")),
        ]
    ]
    rctx.file("BUILD.bazel", "\n".join(declarations))

_node_toolchains = repository_rule(
    implementation = _node_toolchains_impl,
    doc = "Declares a toolchain a platform without fetching its binary.",
)

def _node_impl(module_ctx):
    for binary in _BINARIES:
        _node_binary(name = "node_" + binary, binary = binary)
    _node_toolchains(name = "node_toolchains")
    return module_ctx.extension_metadata(reproducible = True)

node = module_extension(
    implementation = _node_impl,
    doc = "Declares the Node toolchains in the repository `node_toolchains`.",
)
