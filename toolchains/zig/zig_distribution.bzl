"""Zig itself as files, for programs and tests that run it on their own: `zig_executable` and `zig_library`."""

load("//toolchains/typescript:node_script.bzl", "run_script")
load(":targets.bzl", "ZIG_TARGETS")
load(":toolchain.bzl", "ZIG_TOOLCHAINS", "get_zig")

def _zig_executable_impl(ctx):
    return [DefaultInfo(files = depset([get_zig(ctx).zig]))]

zig_executable = rule(
    implementation = _zig_executable_impl,
    doc = "The Zig executable.",
    toolchains = ZIG_TOOLCHAINS,
)

def _zig_library_impl(ctx):
    library = get_zig(ctx).library
    folder = ctx.actions.declare_directory(ctx.label.name)
    args = ctx.actions.args()
    args.add(library)
    args.add_all([folder], expand_directories = False)
    args.add_all(ZIG_TARGETS[ctx.attr.target].libc)
    run_script(
        ctx,
        scripts = ctx.files._scripts,
        main = "library_main.ts",
        args = args,
        inputs = depset([library]),
        outputs = [folder],
        mnemonic = "ZigLibrary",
        progress_message = "Unpacking Zig's library for {}".format(ctx.attr.target),
    )
    return [DefaultInfo(files = depset([folder]))]

zig_library = rule(
    implementation = _zig_library_impl,
    attrs = {
        "target": attr.string(
            doc = "What is compiled with it.",
            mandatory = True,
            values = ZIG_TARGETS.keys(),
        ),
        "_scripts": attr.label(
            default = "//toolchains/zig:scripts",
            allow_files = True,
        ),
    },
    doc = "A folder for ZIG_LIB_DIR.",
    toolchains = ZIG_TOOLCHAINS,
)
