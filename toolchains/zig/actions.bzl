"""Compiling and linking C, for rules that do so.

A rule that uses these has

    attrs = ZIG_ATTRS | {
        "_sysroot": attr.label(default = "//toolchains/zig:x86_64_linux_gnu", cfg = "exec", providers = [ZigSysrootInfo]),
    },
    toolchains = ZIG_TOOLCHAINS,

`cfg = "exec"`: the folder's content depends on the target that it is for, not on the configuration that asks for it.
"""

load("//toolchains/typescript:node_script.bzl", "run_script")
load("//toolchains/typescript:providers.bzl", "path_in_repository")
load(":toolchain.bzl", "get_zig")

ZIG_ATTRS = {
    "_zig_scripts": attr.label(
        default = "//toolchains/zig:scripts",
        allow_files = True,
    ),
}

# The same program on every target and in every mode, to the bit: no traps that only some builds have, no fused
# multiply-add that only some processors have. Without -fno-math-errno a square root would be a call.
_C_FLAGS = [
    "-std=gnu11",
    "-O2",
    "-fno-sanitize=undefined",
    "-ffp-contract=off",
    "-fno-math-errno",
    "-ffile-compilation-dir=.",
]

def zig_compile(ctx, *, src, hdrs, sysroot, flags = [], includes = []):
    """Declares the action that compiles one C file.

    Args:
      ctx: a rule's context.
      src: a File.
      hdrs: a depset of Files that it may include.
      sysroot: a ZigSysrootInfo.
      flags: more of clang's flags.
      includes: folders to look for headers in, as paths from the execution root.

    Returns:
      The object, a File.
    """
    output = ctx.actions.declare_file("{}.objects/{}.o".format(ctx.label.name, path_in_repository(src)))
    args = ctx.actions.args()
    args.add("--zig", get_zig(ctx).zig)
    args.add_all("--library", [sysroot.headers], expand_directories = False)
    args.add("--")
    args.add("cc")
    args.add("-target", sysroot.target.triple)
    args.add_all(_C_FLAGS + flags)
    args.add_all(includes, format_each = "-I%s")
    args.add("-c")
    args.add("-o", output)
    args.add(src)
    _run_zig(
        ctx,
        args = args,
        inputs = depset([src, sysroot.headers], transitive = [hdrs]),
        output = output,
        mnemonic = "CCompile",
        progress_message = "Compiling C " + src.short_path,
    )
    return output

def zig_link(ctx, *, objects, output, sysroot, flags = []):
    """Declares the action that links a program.

    Args:
      ctx: a rule's context.
      objects: a list of Files.
      output: the File to write.
      sysroot: a ZigSysrootInfo.
      flags: more of the linker's flags, such as "--export=main".
    """
    target = sysroot.target
    args = ctx.actions.args()
    args.add("--zig", get_zig(ctx).zig)
    args.add("--")
    args.add(target.linker)
    args.add_all(target.link_flags + flags)
    args.add("-o", output)
    _add_files(args, target.before_objects, sysroot)
    args.add_all(objects)
    _add_files(args, target.after_objects, sysroot)
    _run_zig(
        ctx,
        args = args,
        inputs = depset(objects + [sysroot.files]),
        output = output,
        mnemonic = "NativeLink",
        progress_message = "Linking %{output}",
    )

def _add_files(args, names, sysroot):
    for name in names:
        if name.startswith("-"):
            args.add(name)
        else:
            args.add_all([sysroot.files], expand_directories = False, format_each = "%s/" + name)

def _run_zig(ctx, args, inputs, output, mnemonic, progress_message):
    run_script(
        ctx,
        scripts = ctx.files._zig_scripts,
        main = "zig_main.ts",
        args = args,
        inputs = depset([get_zig(ctx).zig], transitive = [inputs]),
        outputs = [output],
        mnemonic = mnemonic,
        progress_message = progress_message,
    )
