"""The files of a program as the runtime's hosts take them: `program.json`, and the linker's answer that it names."""

load(":tool_action.bzl", "tool_action")

def link_program(ctx, ir, entry):
    """Declares the action that links a program for the VM.

    Args:
      ctx: a rule's context, with TOOL_ATTRS and NODE_TOOLCHAIN.
      ir: a depset of `.hir` Files, libraries before their users.
      entry: path of the class whose `main` runs.

    Returns:
      A struct: `file`, what runs first, as JSON, and `action`, its description for DevGraphInfo.
    """
    output = ctx.actions.declare_file(ctx.label.name + ".entry.json")
    action = tool_action(
        ctx,
        tool = "compiler",
        command = "link",
        flags = [("--ir", ir.to_list()), ("--entry", entry), ("--out", output)],
        outputs = [output],
        mnemonic = "HaxeLink",
        progress_message = "Linking %{label}",
    )
    return struct(file = output, action = action)

def compile_wasm(ctx, *, ir, entry, runtime, optimize):
    """Declares the action that makes one WebAssembly module of a program and the C runtime.

    Args:
      ctx: a rule's context, with TOOL_ATTRS and NODE_TOOLCHAIN.
      ir: a depset of `.hir` Files.
      entry: path of the class whose `main` runs.
      runtime: the File of the runtime's module.
      optimize: binaryen's level, 0 to 2.

    Returns:
      The module, a File.
    """
    output = ctx.actions.declare_file(ctx.label.name + ".wasm")
    tool_action(
        ctx,
        tool = "compiler",
        command = "wasm",
        flags = [
            ("--ir", ir.to_list()),
            ("--entry", entry),
            ("--runtime", runtime),
            ("--optimize", str(optimize)),
            ("--out", output),
        ],
        outputs = [output],
        mnemonic = "HaxeWasm",
        progress_message = "Compiling %{label} to WebAssembly",
    )
    return output

def program_manifest(*, title, entry, haxe, wasm = None, bundle = None, path = lambda file: file.path):
    """Returns the content of `program.json` (runtime/headless/program_manifest.ts) as a dict.

    Args:
      title: for windows and pages.
      entry: the File that link_program made.
      haxe: HaxeInfo.
      wasm: the File that compile_wasm made, or None.
      bundle: a File: all packages, or None.
      path: a function from a File to the path that the reader knows it by.
    """
    libraries = zip(haxe.bytecode.to_list(), haxe.javascript.to_list(), haxe.manifests.to_list())
    return {
        "bundle": path(bundle) if bundle else None,
        "entry": path(entry),
        "libraries": [
            {
                "bytecode": path(bytecode),
                "javascript": path(javascript),
                "manifest": path(manifest),
                "name": path(bytecode).split("/")[-1].removesuffix(".hbc"),
            }
            for bytecode, javascript, manifest in libraries
        ],
        "title": title,
        "wasm": path(wasm) if wasm else None,
    }
