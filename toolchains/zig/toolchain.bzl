"""The Zig toolchain: the C cross compiler and linker of native and WASM builds.

A rule that compiles C lists ZIG_TOOLCHAINS among its toolchains and uses the functions of actions.bzl.
"""

load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")

ZIG_TOOLCHAIN = Label("//toolchains/zig:toolchain_type")

# Node starts Zig, to give each action a cache of its own. Zig is not mandatory, so that a host that it does not exist
# for is told so by get_zig and not by Bazel's list of rejected toolchains.
ZIG_TOOLCHAINS = [
    NODE_TOOLCHAIN,
    config_common.toolchain_type(ZIG_TOOLCHAIN, mandatory = False),
]

def get_zig(ctx):
    """Returns the Zig toolchain's info.

    Args:
      ctx: a rule's context.

    Returns:
      A struct: `zig`, the executable, and `library`, the tarball of its library.
    """
    zig = ctx.toolchains[ZIG_TOOLCHAIN]
    if not zig:
        fail("{}: C is compiled by Zig, which npm carries for x86-64 Linux hosts only; build native targets on such a machine, or on a remote one".format(ctx.label))
    return zig

def _zig_toolchain_impl(ctx):
    return [platform_common.ToolchainInfo(zig = ctx.file.zig, library = ctx.file.library)]

zig_toolchain = rule(
    implementation = _zig_toolchain_impl,
    attrs = {
        "library": attr.label(
            doc = "The tarball of Zig's library.",
            allow_single_file = [".tgz"],
            mandatory = True,
        ),
        "zig": attr.label(
            doc = "The Zig executable.",
            allow_single_file = True,
            mandatory = True,
        ),
    },
    doc = "Zig for one host.",
)
