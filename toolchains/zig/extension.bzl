"""The module extension behind the Zig toolchain: a repository with the compiler, and a hub that declares it."""

load("//toolchains:platforms.bzl", "PLATFORMS")
load("//toolchains/npm:registry.bzl", "tarball_url")
load(":versions.bzl", "ZIG_COMPILER", "ZIG_HOST", "ZIG_LIBRARY", "ZIG_VERSION")

_COMPILER_BUILD = """\
load("{rule}", "zig_toolchain")

zig_toolchain(
    name = "toolchain",
    library = "library.tgz",
    visibility = ["//visibility:public"],
    zig = "bin/zig",
)
"""

def _zig_compiler_impl(rctx):
    rctx.download_and_extract(
        url = tarball_url(rctx, ZIG_COMPILER.package, ZIG_VERSION),
        integrity = ZIG_COMPILER.integrity,
        stripPrefix = "package",
    )
    rctx.download(
        url = tarball_url(rctx, ZIG_LIBRARY.package, ZIG_VERSION),
        output = "library.tgz",
        integrity = ZIG_LIBRARY.integrity,
    )
    rctx.file("BUILD.bazel", _COMPILER_BUILD.format(rule = Label("//toolchains/zig:toolchain.bzl")))

_zig_compiler = repository_rule(
    implementation = _zig_compiler_impl,
    doc = "Zig for the host that it is published for.",
)

_HUB_BUILD = """\
toolchain(
    name = "{host}",
    exec_compatible_with = {constraints},
    toolchain = "@zig_{host}//:toolchain",
    toolchain_type = "{type}",
)
"""

def _zig_toolchains_impl(rctx):
    rctx.file("BUILD.bazel", _HUB_BUILD.format(
        host = ZIG_HOST,
        constraints = [str(Label(constraint)) for constraint in PLATFORMS[ZIG_HOST].constraints],
        type = Label("//toolchains/zig:toolchain_type"),
    ))

_zig_toolchains = repository_rule(
    implementation = _zig_toolchains_impl,
    doc = "Declares the toolchain without fetching it.",
)

def _zig_impl(module_ctx):
    _zig_compiler(name = "zig_" + ZIG_HOST)
    _zig_toolchains(name = "zig_toolchains")
    return module_ctx.extension_metadata(reproducible = True)

zig = module_extension(
    implementation = _zig_impl,
    doc = "Declares the Zig toolchain in the repository `zig_toolchains`.",
)
