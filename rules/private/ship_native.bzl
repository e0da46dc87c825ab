"""`ship_native`: a game as one native executable, its assets inside."""

load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load("//toolchains/zig:actions.bzl", "ZIG_ATTRS", "zig_compile", "zig_link")
load("//toolchains/zig:toolchain.bzl", "ZIG_TOOLCHAINS")
load("//toolchains/zig:zig_sysroot.bzl", "ZigSysrootInfo")
load(":c_objects.bzl", "CObjectsInfo")
load(":choice_setting.bzl", "ChoiceInfo")
load(":game_program.bzl", "GameInfo")
load(":tool_action.bzl", "TOOL_ATTRS", "tool_action")

# Files that a program's functions are spread over, to be compiled at the same time.
_CODE_FILES = 4

_EMBEDDED = """\
#include "fpkg_format.h"
#include "game/embedded.h"

_Alignas(FPKG_CHUNK_ALIGNMENT) const uint8_t game_bundle[] = {{
#embed "{bundle}"
}};
const size_t game_bundle_size = sizeof game_bundle;
const char game_title[] = {title};
"""

def print_c(ctx, ir, entry):
    """Declares the action that prints a program as C.

    Args:
      ctx: a rule's context, with TOOL_ATTRS and NODE_TOOLCHAIN.
      ir: a depset of `.hir` Files, libraries before their users.
      entry: path of the class whose `main` runs.

    Returns:
      A struct: `sources`, a list of Files, and `header`, a File.
    """
    names = ["haxe_program.h", "haxe_program.c"] + ["code_{}.c".format(i) for i in range(_CODE_FILES)]
    files = {name: ctx.actions.declare_file("{}.c/{}".format(ctx.label.name, name)) for name in names}
    tool_action(
        ctx,
        tool = "compiler",
        command = "c",
        flags = [("--ir", ir.to_list()), ("--entry", entry), ("--out", files)],
        outputs = files.values(),
        mnemonic = "HaxeC",
        progress_message = "Printing C of %{label}",
    )
    return struct(
        header = files["haxe_program.h"],
        sources = [file for name, file in files.items() if name != "haxe_program.h"],
    )

def link_native(ctx, *, ir, entry, runtime, sysroot, output, more_sources = [], more_inputs = []):
    """Declares the actions from a program's IR to an executable.

    Args:
      ctx: a rule's context, with TOOL_ATTRS, ZIG_ATTRS and their toolchains.
      ir: a depset of `.hir` Files.
      entry: path of the class whose `main` runs.
      runtime: a list of CObjectsInfo.
      sysroot: a ZigSysrootInfo.
      output: the File to write.
      more_sources: further C Files.
      more_inputs: Files that those include.
    """
    printed = print_c(ctx, ir, entry)
    headers = depset([printed.header] + more_inputs, transitive = [part.headers for part in runtime])
    objects = [
        zig_compile(
            ctx,
            src = source,
            hdrs = headers,
            sysroot = sysroot,
            # A warning about a program's C is of no use to who wrote it in Haxe.
            flags = ["-w"],
            includes = [runtime[0].include],
        )
        for source in printed.sources + more_sources
    ]
    for part in runtime:
        objects += part.objects
    zig_link(ctx, objects = objects, output = output, sysroot = sysroot)

def _ship_native_impl(ctx):
    game = ctx.attr.game[GameInfo]
    bundle = ctx.actions.declare_file(ctx.label.name + ".native.fpkg")
    tool_action(
        ctx,
        tool = "assets",
        command = "bundle",
        # The executable has no decoder for Draco.
        flags = [
            ("--package", [game.bundle]),
            ("--meshes", "meshopt"),
            ("--codec", ctx.attr._codec[ChoiceInfo].value),
            ("--out", bundle),
        ],
        outputs = [bundle],
        mnemonic = "ShipBundle",
        progress_message = "Bundling packages of %{label}",
    )

    # Beside the bundle, so that it can be embedded by its name alone: no path of this build gets into the source.
    embedded = ctx.actions.declare_file(bundle.basename.removesuffix(".fpkg") + ".embedded.c", sibling = bundle)
    ctx.actions.write(embedded, _EMBEDDED.format(
        bundle = bundle.basename,
        title = json.encode(game.title),
    ))
    executable = ctx.actions.declare_file(ctx.label.name)
    link_native(
        ctx,
        ir = game.haxe.ir,
        entry = game.entry,
        runtime = [runtime[CObjectsInfo] for runtime in ctx.attr._runtime],
        sysroot = ctx.attr._sysroot[ZigSysrootInfo],
        output = executable,
        more_sources = [embedded],
        more_inputs = [bundle],
    )
    return [DefaultInfo(executable = executable, files = depset([executable]))]

ship_native = rule(
    implementation = _ship_native_impl,
    attrs = TOOL_ATTRS | ZIG_ATTRS | {
        "game": attr.label(
            doc = "The game_program to ship.",
            mandatory = True,
            providers = [GameInfo],
        ),
        "_codec": attr.label(default = "//rules:package_codec"),
        "_runtime": attr.label_list(
            default = [
                "//runtime/native:runtime_linux_x64",
                "//runtime/native:game_linux_x64",
            ],
            providers = [CObjectsInfo],
        ),
        "_sysroot": attr.label(
            default = "//toolchains/zig:x86_64_linux_gnu",
            cfg = "exec",
            providers = [ZigSysrootInfo],
        ),
    },
    doc = "A game as one stripped executable for Linux on x64. It needs the C library, and for its window X11 and OpenGL ES 3.",
    executable = True,
    toolchains = [NODE_TOOLCHAIN] + ZIG_TOOLCHAINS,
)
